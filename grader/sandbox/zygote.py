"""A warm fork server: a process that has loaded and frozen everything once, and forks one child for each program.

One child is forked ahead, when another has ended, and waits for its program, shut in, so that no program waits for
that. Like all of them it is forked from the server, where no program but ours has ever run.

Requests come one at a time, and are answered with a number. `START` is answered with the process id of that child,
and with two descriptors: its connection, and what it prints. A process id kills the child that has it and all of its
process group, and is answered with its exit code. A child is not reaped before, so that its id cannot meanwhile have
become somebody else's. When the other side goes, so does all.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from grader.sandbox import kernel, wire
from grader.sandbox.complaints import STANDARD_OUTPUT
from grader.sandbox.lockdown import Door

Serve = Callable[[socket.socket], None]
_exit = os._exit
MFD_NOEXEC_SEAL = 0x8
"""Nothing can be started from such a file: memfd_create(2)."""


@dataclass(frozen=True)
class _Child:
    """A child that waits for a program: what is handed over with it are its connection and what it prints."""

    id: int
    connection: socket.socket
    output: io.FileIO

    def let_go(self) -> None:
        """Close what was handed over, or is of no use."""
        self.connection.close()
        self.output.close()


def serve_forks(control: socket.socket, serve: Serve, door: Door) -> NoReturn:
    """Answer requests until the other side has gone.

    Each child closes the door behind itself; `serve` is what it does then with its connection.
    """
    gc.freeze()  # what is loaded by now is never garbage: children need not copy it to find that out
    server = _Server(control, serve, door)
    with contextlib.suppress(ConnectionError):
        while request := control.recv(wire.NUMBER.size):
            (child,) = wire.NUMBER.unpack(request)
            if child == wire.START:
                server.hand_over()
            else:
                server.end(child)
    server.end_all()
    _exit(0)  # at once: somebody is waiting, and nothing is left to do


class _Server:
    """The children, and the one that is to spare."""

    def __init__(self, control: socket.socket, serve: Serve, door: Door) -> None:
        self._control, self._serve, self._door = control, serve, door
        self._children: set[int] = set()
        self._spare: _Child | None = None
        self._keep_spare()

    def hand_over(self) -> None:
        """Answer with the child that waits, or with one that is forked now."""
        if self._spare and _has_ended(self._spare.id):  # where nothing prevents it, another program may have ended it
            self._children.discard(self._spare.id)
            self._spare.let_go()
            self._spare = None
        self._keep_spare()
        if self._spare is None:
            self._control.send(wire.NUMBER.pack(wire.NOTHING))
            return
        descriptors = [self._spare.connection.fileno(), self._spare.output.fileno()]
        socket.send_fds(self._control, [wire.NUMBER.pack(self._spare.id)], descriptors)
        self._spare.let_go()
        self._spare = None

    def end(self, child: int) -> None:
        """End a child, answer with its exit code, and fork another: now that one less has part in our memory."""
        self._children.discard(child)
        code = _end(child)
        self._control.send(wire.NUMBER.pack(wire.NOTHING if code is None else code))
        self._keep_spare()

    def end_all(self) -> None:
        """End every child."""
        for child in self._children:
            _end(child)

    def _keep_spare(self) -> None:
        """Fork a child ahead; if there can be none now, it is tried again when one is asked for."""
        if self._spare is None:
            with contextlib.suppress(OSError):
                self._spare = self._fork()

    def _fork(self) -> _Child:
        ours, theirs = socket.socketpair()
        output = _nameless_file()
        child = kernel.fork()
        if child:
            theirs.close()
            self._children.add(child)
            return _Child(child, ours, output)
        status = 1
        try:
            os.setsid()
            ours.close()
            self._control.close()
            os.dup2(output.fileno(), STANDARD_OUTPUT)
            output.close()
            self._door.count_alone()
            self._door.close()
            self._serve(theirs)
            status = 0
        finally:
            _exit(status)  # whatever the program left behind, such as a handler for the end, is not ours to run


def _nameless_file() -> io.FileIO:
    if sys.platform != "linux":
        return tempfile.TemporaryFile(buffering=0)
    try:  # in memory: no folder can be written to
        descriptor = os.memfd_create("output", os.MFD_CLOEXEC | MFD_NOEXEC_SEAL)
    except OSError:  # before Linux 6.3; later, vm.memfd_noexec may forbid any other
        descriptor = os.memfd_create("output")
    return io.FileIO(descriptor, "w+")


def _has_ended(child: int) -> bool:
    """Tell whether a child has ended; if so it is reaped."""
    try:
        return os.waitpid(child, os.WNOHANG) != (0, 0)
    except ChildProcessError:  # as below: reaped already, where our own parent did not want to know of children's ends
        return True


def _end(child: int) -> int | None:
    for kill in (os.killpg, os.kill):  # one that was forked just now may have no group of its own yet
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
            kill(child, signal.SIGKILL)
    try:
        _, status = os.waitpid(child, 0)
    except ChildProcessError:
        return None
    return os.waitstatus_to_exitcode(status)
