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


def receive(connection: socket.socket, watch: Watch | None = None) -> bytes:
    """Receive one frame's body; `watch` is as for `send`.

    Raises ClosedError at the end of the stream and FrameError for a length of more than MAX_FRAME.
    """
    (length,) = HEADER.unpack(_exactly(connection, HEADER.size, watch))
    if length > MAX_FRAME:
        raise FrameError(f"a frame of {length} bytes")
    return _exactly(connection, length, watch)


def _exactly(connection: socket.socket, count: int, watch: Watch | None) -> bytes:
    received = bytearray()
    while len(received) < count:
        if watch:
            watch()
        try:
            part = connection.recv(count - len(received))
        except TimeoutError:
            continue
        except OSError as error:
            raise ClosedError from error
        if not part:
            raise ClosedError
        received += part
    return bytes(received)
