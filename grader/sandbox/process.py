"""A process for one program, with nothing of ours in it: not our environment, folder, files or modules.

Where there is fork, it is forked from a warm server that has loaded everything; elsewhere it is started afresh.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import tempfile

from grader.errors import SandboxError
from grader.sandbox import wire
from grader.sandbox.fork_server import ForkServer
from grader.sandbox.launch import launch
from grader.sandbox.running import Process, kill_group

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


def start(*, web: bool = False) -> Process:
    """Start a process that serves its connection; raises SandboxError if it cannot be.

    With `web` it has FastAPI loaded, which takes long.
    """
    if not CAN_FORK:
        return _FreshProcess(web=web)
    server = ForkServer.current(web=web)
    try:
        return server.start()
    except wire.ClosedError:  # a program has ended or stopped it, or it could not start
        try:
            return ForkServer.current(web=web, instead_of=server).start()
        except wire.ClosedError as error:
            raise SandboxError("The process that runs submissions does not start, or does not stay.") from error


def prepare(*, web: bool = False) -> None:
    """Begin to load what every process will need, while the caller is still busy with something else."""
    if CAN_FORK:
        ForkServer.current(web=web)


def stop() -> None:
    """End all processes and start no more: the program is on its way out."""
    ForkServer.stop()


class _FreshProcess(Process):
    """A process that was started for one program alone."""

    def __init__(self, *, web: bool) -> None:
        ours, theirs = socket.socketpair()
        with theirs, contextlib.ExitStack() as unless_started:
            unless_started.enter_context(ours)
            output = unless_started.enter_context(tempfile.TemporaryFile(buffering=0))
            super().__init__(ours, output)
            self._popen = launch("once", theirs, output, web=web)
            unless_started.pop_all()

    @property
    def id(self) -> int:
        """See Process."""
        return self._popen.pid

    def _kill_and_wait(self) -> int | None:
        if sys.platform == "win32":
            self._popen.kill()
        else:
            kill_group(self._popen.pid)
        return self._popen.wait()
