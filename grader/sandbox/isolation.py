"""How well student code is shut in on this machine: tried out, never assumed.

kernel    it can compute, and read Python and its libraries, nothing else
partial   either files or processes and the network are out of its reach, not both
limits    it has a process of its own, whose memory and time are limited
process   it has a process of its own, whose time is limited

The verdict is safe at every level, because it is not made where student code runs; the levels differ in what that
code could do to the machine.
"""

from __future__ import annotations

import functools
import os
import socket
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args

from grader.errors import UsageError
from grader.evidence import Evidence
from grader.plan import Step
from grader.sandbox import supervisor
from grader.zones import ZONES

Level = Literal["process", "limits", "partial", "kernel"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""From the weakest to the strongest."""

CANARY = Path(__file__).with_name("canary.py")
FILES = ("read a file", "write a file", "list a folder", "change a file's dates")
OUTSIDE = ("start a program", "start a process", "connect to a port", "make a socket", "signal another process")
MEMORY = "use any amount of memory"


@functools.cache
def level() -> Level:
    """Tell the level of this machine."""
    return level_of(attempts())


@functools.cache
def attempts() -> Mapping[str, bool]:
    """Let the canary try everything, and tell by name what it could do."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        bait = Path(folder) / "bait"
        bait.write_text("", encoding="utf-8")
        at, zone = 2_000_000_000.0, ZONES[0]
        args = (str(bait), server.getsockname()[1])
        steps = [Step("run", "run", at, zone, {}), Step("attempt", "call", at, zone, {}, "attempt", args)]
        return _told(supervisor.run(CANARY.name, CANARY.read_bytes(), steps))


def level_of(could: Mapping[str, bool]) -> Level:
    """Judge what the canary could do; what it did not tell counts as done."""
    files, outside = (any(could.get(name, True) for name in names) for names in (FILES, OUTSIDE))
    memory = could.get(MEMORY, True)
    if not (files or outside or memory):
        return "kernel"
    if not (files and outside):
        return "partial"
    return "process" if memory else "limits"


def in_ci() -> bool:
    """Tell whether this is a run of a CI system, which sets the variable `CI`."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def require(needed: Level | None, option: str) -> None:
    """Refuse to go on below a level; raises UsageError, which names the option that allows less.

    If none is named it is `kernel` in CI on Linux, where strangers' code is run, and nothing on a person's own machine.
    """
    needed = needed or ("kernel" if in_ci() and sys.platform == "linux" else "process")
    if needed == "process":
        return
    found = level()
    if LEVELS.index(found) < LEVELS.index(needed):
        raise UsageError(
            f"Isolation on this machine is '{found}', but '{needed}' is required: see `grader doctor`, "
            f"or allow less with `{option}={found}`."
        )


def remedies(could: Mapping[str, bool]) -> list[str]:
    """Say what is missing on this machine for the level `kernel`, and how to get it."""
    if sys.platform != "linux":
        return [
            "This system has no means to shut a program in: grade other people's code on Linux, for instance in CI."
        ]
    missing = []
    if any(could.get(name, True) for name in FILES):
        missing.append("Landlock is missing: it needs Linux 5.13 or newer with `landlock` among its security modules.")
    if any(could.get(name, True) for name in OUTSIDE):
        missing.append("libseccomp is missing or has no effect: on Debian and Ubuntu, install the package libseccomp2.")
    return missing


def _told(evidence: Evidence) -> Mapping[str, bool]:
    reply = evidence.observations[-1].reply
    pairs = reply.value.pairs if reply and reply.value and reply.value.pairs else ()
    return {str(name.data): bool(can.data) for name, can in pairs}
