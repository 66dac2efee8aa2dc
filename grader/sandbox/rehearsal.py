"""What a process does before a program comes: all that it will do with one, so that what this needs is at hand.

A process that was just forked shares its memory with the server, and pays for each page when it first writes there.
Whoever rehearses has paid by the time that a program is waited for. Nothing of it remains to be seen: the clock and
the warnings are set anew for the program, and everything else is caches.
"""

from __future__ import annotations

import json
import os

from grader.sandbox import clock, describe
from grader.sandbox.literals import literals

PROGRAM = b"""
import time

import jwt


def rehearse(secret):
    return jwt.encode({"exp": time.time()}, secret, algorithm="HS256")
"""
FILE = "rehearsal.py"
SECRET = "0" * 64


def pays() -> bool:
    """Tell whether one process can rehearse while another runs a program: with one processor, somebody waits."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (processors or 1) > 1


def rehearse() -> None:
    """Load and call a program as that of a student."""
    clock.move(0.0, "UTC0")
    code = compile(PROGRAM, FILE, "exec", dont_inherit=True)
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 - our own
    function = names["rehearse"]
    assert callable(function)
    json.loads(json.dumps([literals(code, PROGRAM), describe.value(function(SECRET))]))
