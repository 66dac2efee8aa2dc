"""A warm fork server: a process that has loaded and frozen everything once, and forks one child for each program.

One child is always forked ahead, and waits for its program, shut in, so that no program waits for that. Like all of
them it is forked from the server, where no program but ours has ever run.

Requests come one at a time: `start`, with a connection and an output file, is answered with the child's process id;
`end`, with that id, kills the child and all of its process group and is answered with its exit code. A child is not
reaped before, so that its id cannot meanwhile have become somebody else's. When the other side goes, so does all.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from grader.sandbox import rehearsal, wire
from grader.sandbox.lockdown import Door

Serve = Callable[[socket.socket], None]
PROGRAM = b"p"
_exit = os._exit
ATTEMPTS = 2
"""To give a program to a child that waits: where nothing prevents it, another program may have ended that one."""


@dataclass(frozen=True)
class _Spare:
    """A child that waits for a program, which comes by the channel."""

    id: int
    channel: socket.socket


def serve_forks(control: socket.socket, serve: Serve, door: Door) -> NoReturn:
    """Answer requests until the other side has gone.

    Each child closes the door behind itself; `serve` is what it does then with its connection.
    """
    rehearsal.rehearse(serve)
    gc.freeze()  # what is loaded by now is never garbage: children need not copy it to find that out
    server = _Server(control, serve, door)
    try:
        while True:
            server.keep_spare()
            wire.send(control, server.answer())
    except wire.ClosedError:
        server.end_all()
        _exit(0)  # at once: somebody is waiting, and nothing is left to do


class _Server:
    """The children, and the one that is to spare."""

    def __init__(self, control: socket.socket, serve: Serve, door: Door) -> None:
        self._control, self._serve, self._door = control, serve, door
        self._children: set[int] = set()
        self._spare: _Spare | None = None

    def answer(self) -> int | None:
        """Wait for one request and do it."""
        message, descriptors, _, _ = socket.recv_fds(self._control, wire.HEADER.size, 2)
        if not message:
            raise wire.ClosedError
        (child,) = wire.HEADER.unpack(message)
        if not descriptors:
            self._children.discard(child)
            return _end(child)
        child = self._start(descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        return child

    def end_all(self) -> None:
        """End every child."""
        for child in self._children:
            _end(child)

    def keep_spare(self) -> None:
        """Fork a child ahead; if there can be none now, it is tried again when one is asked for."""
        if self._spare is None:
            with contextlib.suppress(OSError):
                self._spare = self._fork()

    def _start(self, descriptors: list[int]) -> int | None:
        """Give a program to the child that waits; None if there is none and can be none."""
        for _ in range(ATTEMPTS):
            self.keep_spare()
            spare, self._spare = self._spare, None
            if spare is None:
                return None
            with spare.channel, contextlib.suppress(OSError):
                socket.send_fds(spare.channel, [PROGRAM], descriptors)
                return spare.id
            self._children.discard(spare.id)
            _end(spare.id)
        return None

    def _fork(self) -> _Spare:
        ours, theirs = socket.socketpair()
        with theirs:
            child = os.fork()
            if child:
                self._children.add(child)
                return _Spare(child, ours)
            status = 1
            try:
                os.setsid()
                ours.close()
                self._control.close()
                self._door.count_alone()
                self._door.close()
                _, (connection, output), _, _ = socket.recv_fds(theirs, len(PROGRAM), 2)
                theirs.close()
                os.dup2(output, 1)
                os.close(output)
                self._serve(socket.socket(fileno=connection))
                status = 0
            finally:
                _exit(status)  # whatever the program left behind, such as a handler for the end, is not ours to run


def _end(child: int) -> int | None:
    for kill in (os.killpg, os.kill):  # one that was forked just now may have no group of its own yet
        with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
            kill(child, signal.SIGKILL)
    try:
        _, status = os.waitpid(child, 0)
    except ChildProcessError:
        return None
    return os.waitstatus_to_exitcode(status)
