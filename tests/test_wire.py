"""Frames on a socket: whole, in pieces, several at once, too long, cut off."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from grader.sandbox.wire import HEADER, MAX_FRAME, ClosedError, FrameError, Receiver, send


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    """Give both ends of a connection."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_frames_that_come_together_are_taken_one_by_one(pair: tuple[socket.socket, socket.socket]) -> None:
    """What has come beyond one frame is the beginning of the next."""
    ours, theirs = pair
    messages = ["", {"a": "ä" * 9_000}, [1, None]]
    for message in messages:
        send(theirs, message)
    told = Receiver(ours)
    assert [json.loads(told.receive()) for _ in messages] == messages


def test_a_frame_that_comes_in_pieces_is_waited_for(pair: tuple[socket.socket, socket.socket]) -> None:
    """A frame is whole when all of it has come, its length included; before each wait the watch is asked."""
    ours, theirs = pair
    frame = HEADER.pack(5) + b"[123]"
    pieces = iter([frame[at : at + 1] for at in range(len(frame))])
    body = Receiver(ours).receive(lambda: theirs.sendall(next(pieces)))
    assert (body, next(pieces, None)) == (b"[123]", None)


def test_what_is_too_long_is_no_frame(pair: tuple[socket.socket, socket.socket]) -> None:
    """A length of more than may be is refused before anything of it has come."""
    ours, theirs = pair
    theirs.sendall(HEADER.pack(MAX_FRAME + 1))
    with pytest.raises(FrameError, match=f"^a frame of {MAX_FRAME + 1} bytes$"):
        Receiver(ours).receive()


@pytest.mark.parametrize("come", [b"", HEADER.pack(2), HEADER.pack(2) + b"1"])
def test_the_end_in_the_middle_of_a_frame_is_an_end(pair: tuple[socket.socket, socket.socket], come: bytes) -> None:
    """Whoever goes away before a frame is whole has sent none."""
    ours, theirs = pair
    theirs.sendall(come)
    theirs.close()
    with pytest.raises(ClosedError):
        Receiver(ours).receive()
