"""Prepares for signals that end a server."""

import signal
import time

from jwt import encode

signal.signal(signal.SIGTERM, lambda number, frame: None)
signal.signal(signal.SIGINT, signal.default_int_handler)


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
