"""Our side of the warm server that forks a process for each program; `zygote` is the other."""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import socket
import subprocess
import threading
from typing import ClassVar

from grader.errors import SandboxError
from grader.sandbox import wire
from grader.sandbox.launch import launch
from grader.sandbox.running import LONGEST_LINE, PATIENCE, START_LIMIT, Process, kill_group


class ForkServer:
    """Started when it is first needed, started anew if it dies.

    This process has one for programs that need FastAPI and one for those that do not.
    """

    _lock = threading.RLock()
    _current: ClassVar[dict[bool, ForkServer]] = {}
    _stopped = False

    @classmethod
    def current(cls, *, web: bool = False, instead_of: ForkServer | None = None) -> ForkServer:
        """Give the server of this process, a new one instead of one that has gone; what is forked needs its own."""
        with cls._lock:
            if cls._stopped:
                raise SandboxError("No more submissions are run: the grader was stopped.")
            server = cls._current.get(web)
            if instead_of and server is instead_of:
                instead_of.close()
                server = None
            if server is None or server.owner != os.getpid():
                server = cls._current[web] = cls(web=web)
            return server

    @classmethod
    def stop(cls) -> None:
        """Let the servers of this process go, and have no others."""
        cls._stopped = True
        for server in cls._current.values():
            server.close()

    def __init__(self, *, web: bool) -> None:
        self.owner = os.getpid()
        self._control, theirs = socket.socketpair()
        self._control.settimeout(START_LIMIT)
        with theirs:
            self._popen = launch("fork", theirs, None, web=web)
        atexit.register(self.close)

    def start(self) -> ForkedProcess:
        """Have a process forked; raises ClosedError if the server is gone."""
        child, descriptors = self._ask(wire.START)
        if child is None:
            raise SandboxError("No process could be forked to run the submission.")
        connection, output = descriptors
        return ForkedProcess(self, child, socket.socket(fileno=connection), io.FileIO(output, "r+"))

    def end(self, child: int) -> int | None:
        """End a process and tell its exit code, None if that is not known; raises ClosedError if the server is gone."""
        code, _ = self._ask(child)
        return code

    def _ask(self, request: int) -> tuple[int | None, list[int]]:
        """Send one request; give the number that answers it, and the descriptors that come with that."""
        with self._lock:
            try:
                self._control.send(wire.NUMBER.pack(request))
                answer, descriptors, _, _ = socket.recv_fds(self._control, wire.NUMBER.size, 2)
            except OSError as error:
                raise wire.ClosedError from error
        if not answer:
            raise wire.ClosedError
        (number,) = wire.NUMBER.unpack(answer)
        return None if number == wire.NOTHING else number, descriptors

    def close(self) -> None:
        """Let the server go, and with it all that it has forked."""
        atexit.unregister(self.close)
        if self.owner != os.getpid() or self._control.fileno() < 0:
            self._control.close()
            return
        try:
            with self._control:
                self._see_it_gone()
            self._popen.wait(PATIENCE)
        except (TimeoutError, subprocess.TimeoutExpired):  # a program has stopped it
            self._popen.kill()
            self._popen.wait()

    def _see_it_gone(self) -> None:
        """Tell the server to go, and wait until it has; raises TimeoutError."""
        with contextlib.suppress(OSError):  # it has gone already
            self._control.shutdown(socket.SHUT_WR)
        self._control.settimeout(PATIENCE)
        with contextlib.suppress(ConnectionError):
            while self._control.recv(LONGEST_LINE):
                pass


class ForkedProcess(Process):
    """A process that the fork server has made for one program."""

    def __init__(self, server: ForkServer, child: int, connection: socket.socket, output: io.FileIO) -> None:
        super().__init__(connection, output)
        self._server, self._child = server, child

    @property
    def id(self) -> int:
        """See Process."""
        return self._child

    def _kill_and_wait(self) -> int | None:
        try:
            return self._server.end(self._child)
        except wire.ClosedError:  # the server has gone, and with it the news of how the process ended
            kill_group(self._child)
            return None
