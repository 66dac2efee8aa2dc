"""Frames on a socket: four bytes of length, then that many bytes of JSON; used on both sides.

Nothing here is trusted: a frame that is too long, late or not JSON raises, and what it holds is for the receiver to
validate. (Never pickle: loading one runs code.)
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable

HEADER = struct.Struct(">I")
MAX_FRAME = 512 * 1024


class FrameError(Exception):
    """What came is not a frame that we take."""


class ClosedError(Exception):
    """The other side has gone."""


def send(connection: socket.socket, message: object) -> None:
    """Send one frame; raises ClosedError if nobody is there to take it."""
    body = json.dumps(message).encode()
    try:
        connection.sendall(HEADER.pack(len(body)) + body)
    except OSError as error:
        raise ClosedError from error


def receive(connection: socket.socket, watch: Callable[[], None] | None = None) -> bytes:
    """Receive one frame's body.

    `watch` is called before each wait, which the socket's own timeout limits, and raises to give up. Raises
    ClosedError at the end of the stream and FrameError for a length of more than MAX_FRAME.
    """
    (length,) = HEADER.unpack(_exactly(connection, HEADER.size, watch))
    if length > MAX_FRAME:
        raise FrameError(f"a frame of {length} bytes")
    return _exactly(connection, length, watch)


def _exactly(connection: socket.socket, count: int, watch: Callable[[], None] | None) -> bytes:
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
