"""A program that tries what no student's program may do; it is run exactly as theirs are, and tells what it could do.

It harms nothing where it succeeds: it opens, signals with 0, and starts processes that end at once.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile


def attempt(address: str, readable: str) -> dict[str, bool]:
    """Try everything; `address` is a listening `host:port`, `readable` a file that anyone may read."""
    trials = {
        "read a file": lambda: os.close(os.open(readable, os.O_RDONLY)),
        "list a folder": lambda: os.listdir(os.path.dirname(readable)),
        "write a file": _write,
        "start a program": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        "fork": _fork,
        "connect": lambda: socket.create_connection(address.rsplit(":", 1), timeout=1).close(),
        "send a datagram": lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close(),
        "open a local socket": lambda: socket.socket(socket.AF_UNIX).close(),
        "signal its parent": lambda: os.kill(os.getppid(), 0),
        "change a file": lambda: os.utime(readable),
        "use any amount of memory": lambda: bytearray(8 * 1024**3),
    }
    return {name: _succeeds(trial) for name, trial in trials.items()}
