"""A warm fork server: a process that has loaded and frozen everything once, and forks one child for each program.

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

from grader.sandbox import wire

Serve = Callable[[socket.socket], None]


def serve_forks(control: socket.socket, serve: Serve) -> None:
    """Answer requests until the other side has gone; `serve` is what each child does with its connection."""
    children: set[int] = set()
    gc.freeze()  # what is loaded by now is never garbage: children need not copy it to find that out
    try:
        while True:
            wire.send(control, _answer(control, children, serve))
    except wire.ClosedError:
        for child in children:
            _end(child)


def _answer(control: socket.socket, children: set[int], serve: Serve) -> int | None:
    message, descriptors, _, _ = socket.recv_fds(control, wire.HEADER.size, 2)
    if not message:
        raise wire.ClosedError
    (child,) = wire.HEADER.unpack(message)
    if descriptors:
        forked = _fork(control, descriptors, serve)
        children |= {forked} if forked else set()
        return forked
    children.discard(child)
    return _end(child)


def _fork(control: socket.socket, descriptors: list[int], serve: Serve) -> int | None:
    """Fork a child that serves a connection; None if there can be none."""
    try:
        child = os.fork()
    except OSError:  # as many processes as there may be: who asked is told, those that run go on
        child = None
    if child != 0:
        for descriptor in descriptors:
            os.close(descriptor)
        return child
    status = 1
    try:
        os.setsid()
        control.close()
        connection, output = descriptors
        os.dup2(output, 1)
        os.close(output)
        serve(socket.socket(fileno=connection))
        status = 0
    finally:
        os._exit(status)  # whatever the program left behind, such as a handler for the end, is not ours to run


def _end(child: int) -> int | None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
        os.killpg(child, signal.SIGKILL)
    try:
        _, status = os.waitpid(child, 0)
    except ChildProcessError:
        return None
    return os.waitstatus_to_exitcode(status)
