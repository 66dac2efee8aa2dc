"""A process for one program, with nothing of ours in it: not our environment, folder, files or modules.

Where there is fork, it is forked from a warm server that has loaded everything; elsewhere it is started afresh.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import IO, ClassVar, Literal

from grader.errors import SandboxError
from grader.sandbox import wire

CHILD = Path(__file__).with_name("child.py")
LIBRARIES = ("jwt", "freezegun", "dateutil", "fastapi", "pydantic", "httpx", "pwdlib", "cryptography")
START_LIMIT = 60.0
PATIENCE = 5.0
GLANCE = 0.05
"""Seconds: what a process may take to start, and to end; what passes between two looks at the clock."""
LONGEST_LINE = 100
Mode = Literal["once", "fork"]
CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")


class Process(ABC):
    """A process that runs a student's program, and everything that it has started."""

    def end(self) -> int | None:
        """Kill what is left of it; give its exit code, negative if a signal ended it, None if that is not known."""
        return self._exit_code

    def waited(self) -> dict[str, float]:
        """Give the seconds that each thread was ready to go on and had no processor; empty if the system tells none."""
        found = {}
        with contextlib.suppress(OSError, ValueError, IndexError):
            for thread in os.listdir(f"/proc/{self.id}/task"):  # noqa: PTH208 - as below
                place = f"/proc/{self.id}/task/{thread}/schedstat"
                with open(place, "rb", buffering=0) as schedule:  # noqa: PTH123 - asked for each program: it is to be quick
                    found[thread] = int(schedule.read(LONGEST_LINE).split()[1]) / 1e9
        return found

    def worked(self) -> float:
        """Give the seconds of a processor that it has had, all threads together; 0 where the system does not tell."""
        if sys.platform != "linux":
            return 0.0
        with contextlib.suppress(OSError):
            return time.clock_gettime(~self.id << 3 | 2)  # its CPU-time clock: clock_getcpuclockid(3)
        return 0.0

    def threads(self) -> int:
        """Count its threads; 1 where the system does not tell."""
        with contextlib.suppress(OSError):
            return sum(1 for _ in os.scandir(f"/proc/{self.id}/task"))
        return 1

    @property
    @abstractmethod
    def id(self) -> int:
        """The process id, which is also that of its group."""

    @cached_property
    def _exit_code(self) -> int | None:
        """Made once: an id that has been waited for may be another process's the next time."""
        return self._kill_and_wait()

    @abstractmethod
    def _kill_and_wait(self) -> int | None: ...


def start(connection: socket.socket, output: IO[bytes], *, web: bool = False) -> Process:
    """Start a process that serves the connection and prints into the file; raises SandboxError if it cannot be.

    With `web` it has FastAPI loaded, which takes long.
    """
    if not CAN_FORK:
        return _FreshProcess(connection, output, web=web)
    server = _ForkServer.current(web=web)
    try:
        return server.start(connection, output)
    except wire.ClosedError:  # a program has ended or stopped it, or it could not start
        try:
            return _ForkServer.current(web=web, instead_of=server).start(connection, output)
        except wire.ClosedError as error:
            raise SandboxError("The process that runs submissions does not start, or does not stay.") from error


def prepare(*, web: bool = False) -> None:
    """Begin to load what every process will need, while the caller is still busy with something else."""
    if CAN_FORK:
        _ForkServer.current(web=web)


def stop() -> None:
    """End all processes and start no more: the program is on its way out."""
    _ForkServer.stop()


class _FreshProcess(Process):
    """A process that was started for one program alone."""

    def __init__(self, connection: socket.socket, output: IO[bytes], *, web: bool) -> None:
        self._popen = _popen("once", connection, output, web=web)

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


class _ForkServer:
    """Our side of a fork server: started when it is first needed, started anew if it dies.

    This process has one for programs that need FastAPI and one for those that do not.
    """

    _lock = threading.RLock()
    _current: ClassVar[dict[bool, _ForkServer]] = {}
    _stopped = False

    @classmethod
    def current(cls, *, web: bool = False, instead_of: _ForkServer | None = None) -> _ForkServer:
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
        self._control.settimeout(GLANCE)
        with theirs:
            self._popen = _popen("fork", theirs, None, web=web)
        atexit.register(self.close)

    def start(self, connection: socket.socket, output: IO[bytes]) -> _ForkedProcess:
        """Have a process forked; raises ClosedError if the server is gone."""
        child = self.ask(0, connection.fileno(), output.fileno())
        if child is None:
            raise SandboxError("No process could be forked to run the submission.")
        return _ForkedProcess(self, child)

    def ask(self, child: int, *descriptors: int) -> int | None:
        """Send one request and give its answer: the id of a new process, or how the process `child` has ended."""
        with self._lock:
            try:
                socket.send_fds(self._control, [wire.HEADER.pack(child)], descriptors)
            except OSError as error:
                raise wire.ClosedError from error
            answer = json.loads(wire.receive(self._control, _deadline()))
        return int(answer) if answer is not None else None

    def close(self) -> None:
        """Let the server go, and with it all that it has forked."""
        atexit.unregister(self.close)
        if self.owner != os.getpid():
            self._control.close()
            return
        try:
            with self._control as control, contextlib.suppress(ConnectionError):
                control.shutdown(socket.SHUT_WR)
                control.settimeout(PATIENCE)
                while control.recv(LONGEST_LINE):
                    pass
            self._popen.wait(PATIENCE)
        except (TimeoutError, subprocess.TimeoutExpired):  # a program has stopped it
            self._popen.kill()
            self._popen.wait()


class _ForkedProcess(Process):
    """A process that the fork server has made for one program."""

    def __init__(self, server: _ForkServer, child: int) -> None:
        self._server, self._child = server, child

    @property
    def id(self) -> int:
        """See Process."""
        return self._child

    def _kill_and_wait(self) -> int | None:
        try:
            return self._server.ask(self._child)
        except wire.ClosedError:  # the server has gone, and with it the news of how the process ended
            kill_group(self._child)
            return None


def kill_group(leader: int) -> None:
    """Kill a process and its group. It must not have been waited for: its id would be free for others."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
        os.killpg(leader, signal.SIGKILL)


def _deadline() -> Callable[[], None]:
    end = time.monotonic() + START_LIMIT

    def watch() -> None:
        if time.monotonic() > end:
            raise wire.ClosedError

    return watch


def _popen(
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
            env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
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
