"""A fresh process for one program, with nothing of ours in it: not our environment, folder, files or modules."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from grader.errors import SandboxError

CHILD = Path(__file__).with_name("child.py")
LIBRARIES = ("jwt", "freezegun", "dateutil")
PATIENCE = 5.0
"""Seconds that a process is given to be gone after it closed its connection or was killed."""


class Process:
    """A process that runs a student's program, and everything that it started."""

    def __init__(self, popen: subprocess.Popen[bytes]) -> None:
        self._popen = popen

    def wait(self) -> int | None:
        """Give its exit code, negative if a signal ended it; None if it is still there after a while."""
        try:
            return self._popen.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """End it and its process group, at once and for good."""
        if sys.platform == "win32":
            self._popen.kill()
        else:
            with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
                os.killpg(self._popen.pid, signal.SIGKILL)
        self._popen.wait(PATIENCE)


def start(connection: socket.socket, output: IO[bytes]) -> Process:
    """Start a process that serves the connection and prints into the file; raises SandboxError if it cannot be."""
    command = [sys.executable, "-I", "-X", "utf8", "-u", str(CHILD), os.pathsep.join(_library_folders())]
    try:
        return Process(_popen(command, connection, output))
    except OSError as error:
        raise SandboxError(f"Python could not be started to run the submission: {error.strerror}.") from error


def _popen(command: list[str], connection: socket.socket, output: IO[bytes]) -> subprocess.Popen[bytes]:
    """Hand the connection over as standard input, which every platform can."""
    environment = _environment()
    if sys.platform == "win32":
        popen = subprocess.Popen(  # noqa: S603 - our own command
            command,
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=tempfile.gettempdir(),
            creationflags=subprocess.CREATE_NEW_PROCESS_GROUP,
        )
        popen.communicate(connection.share(popen.pid))
        return popen
    return subprocess.Popen(  # noqa: S603 - our own command
        command,
        stdin=connection.fileno(),
        stdout=output,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=tempfile.gettempdir(),
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    """Give what a process cannot start without, and nothing of the user's."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}


@functools.cache
def _library_folders() -> list[str]:
    """Find where the libraries that student code may use are installed: the child leaves out the user's own folder."""
    specs = [importlib.util.find_spec(name) for name in LIBRARIES]
    return list(dict.fromkeys(str(Path(spec.origin).parents[1]) for spec in specs if spec and spec.origin))
