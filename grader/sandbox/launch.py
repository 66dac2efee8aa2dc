"""The program `child.py` started, with nothing of ours in it: not our environment, folder, files or modules."""

from __future__ import annotations

import functools
import importlib.util
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Literal

from grader.errors import SandboxError

CHILD = Path(__file__).with_name("child.py")
LIBRARIES = ("jwt", "freezegun", "dateutil", "fastapi", "pydantic", "httpx", "pwdlib", "cryptography")

LINKING = {"LD_BIND_NOW": "1"} if sys.platform == "linux" else {}
"""Have the addresses of all functions looked up once, and not anew in each process that is forked; see ld.so(8)."""


def launch(
    mode: Literal["once", "fork"], connection: socket.socket, output: IO[bytes] | None, *, web: bool
) -> subprocess.Popen[bytes]:
    """Start the child program with the connection as its standard input, which every platform can hand over."""
    options, loads = ("-I", "-X", "utf8", "-u"), "web" if web else "plain"
    command = [sys.executable, *options, str(CHILD), os.pathsep.join(_library_folders()), mode, loads]
    windows = sys.platform == "win32"
    try:
        popen = subprocess.Popen(  # noqa: S603 - our own command
            command,
            stdin=subprocess.PIPE if windows else connection.fileno(),
            stdout=output or subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**LINKING, **{name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}},
            cwd=tempfile.gettempdir(),
            start_new_session=not windows,
        )
    except OSError as error:
        raise SandboxError(f"Python could not be started to run the submission: {error.strerror}.") from error
    if sys.platform == "win32":
        popen.communicate(connection.share(popen.pid))
    return popen


@functools.cache
def _library_folders() -> list[str]:
    """Find where the libraries that student code may use are installed: the child leaves out the user's own folder."""
    specs = [importlib.util.find_spec(name) for name in LIBRARIES]
    return list(dict.fromkeys(str(Path(spec.origin).parents[1]) for spec in specs if spec and spec.origin))
