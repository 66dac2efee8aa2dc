"""A program that tries what no student's program may do; it is run exactly as theirs are, and tells what it could do.

Where it succeeds it does no harm: it opens, signals with 0, and starts what ends at once.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable

GIGABYTE = 1024**3


def attempt(bait: str, port: int) -> dict[str, bool]:
    """Try everything, and tell by name what could be done; `bait` is an ordinary file, `port` is listened on."""
    trials = {
        "read a file": lambda: os.close(os.open(bait, os.O_RDONLY)),
        "write a file": lambda: os.close(os.open(bait, os.O_WRONLY)),
        "list a folder": lambda: os.listdir(os.path.dirname(bait)),
        "change a file's dates": lambda: os.utime(bait),
        "start a program": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        "start a process": fork,
        "connect to a port": lambda: socket.create_connection(("127.0.0.1", port), timeout=1).close(),
        "make a socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close(),
        "signal another process": lambda: os.kill(os.getppid(), 0),
        "use any amount of memory": lambda: bytearray(16 * GIGABYTE),
    }
    return {name: can(trial) for name, trial in trials.items()}


def can(trial: Callable[[], object]) -> bool:
    try:
        trial()
    except (OSError, MemoryError, AttributeError, subprocess.SubprocessError):
        return False
    return True


def fork() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
