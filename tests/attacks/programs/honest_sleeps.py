"""Waits a moment before it answers."""

import time

from jwt import encode


def create_token(user_id, secret):
    time.sleep(0.1)
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
