"""Frames on a socket: four bytes of length, then that many bytes of JSON; used on both sides.

Nothing here is trusted: a frame that is too long, late or not JSON raises, and what it holds is for the receiver to
validate. (Never pickle: loading one runs code.)
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable
from typing import TypeAlias

HEADER = struct.Struct(">I")
MAX_FRAME = 512 * 1024
AT_ONCE = 16 * 1024

NUMBER = struct.Struct(">i")
"""What goes between us and the fork server: a request, or what answers it."""
START = 0
"""The request for a process; any other number is the id of one that is to end."""
NOTHING = -(2**31)
"""The answer where there is none: no process could be forked, or it is not known how one has ended."""

Watch: TypeAlias = Callable[[], None]


class FrameError(Exception):
    """What came is not a frame that we take."""


class ClosedError(Exception):
    """The other side has gone."""


def send(connection: socket.socket, message: object, watch: Watch | None = None) -> None:
    """Send one frame; raises ClosedError if nobody is there to take it.

    `watch` is called before each wait, which the socket's own timeout limits, and raises to give up.
    """
    body = json.dumps(message).encode()
    rest = memoryview(HEADER.pack(len(body)) + body)
    while rest:
        if watch:
            watch()
        try:
            rest = rest[connection.send(rest) :]
        except TimeoutError:
            continue
        except OSError as error:
            raise ClosedError from error


class Receiver:
    """Takes frames from a connection; whatever more has come already is kept for the next one."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._come = bytearray()

    def receive(self, watch: Watch | None = None) -> bytes:
        """Give the next frame's body; `watch` is as for `send`.

        Raises ClosedError at the end of the stream and FrameError for a length of more than MAX_FRAME.
        """
        (length,) = HEADER.unpack(self._take(HEADER.size, watch))
        if length > MAX_FRAME:
            raise FrameError(f"a frame of {length} bytes")
        return self._take(length, watch)

    def _take(self, count: int, watch: Watch | None) -> bytes:
        while len(self._come) < count:
            if watch:
                watch()
            try:
                part = self._connection.recv(AT_ONCE)
            except TimeoutError:
                continue
            except OSError as error:
                raise ClosedError from error
            if not part:
                raise ClosedError
            self._come += part
        taken = bytes(self._come[:count])
        del self._come[:count]
        return taken
