"""Talks to itself over pipes and pairs of sockets."""

import os
import selectors
import socket
import time

from jwt import encode


def create_token(user_id, secret):
    one, other = socket.socketpair()
    selector = selectors.DefaultSelector()
    selector.register(other, selectors.EVENT_READ)
    one.sendall(b"1800")
    assert selector.select(1)
    lifetime = int(other.recv(10))
    read, write = os.pipe()
    os.write(write, b"x")
    assert os.read(read, 1) == b"x"
    return encode({"user_id": user_id, "exp": time.time() + lifetime}, secret, algorithm="HS256")
