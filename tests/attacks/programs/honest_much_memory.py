"""Uses a few hundred megabytes for a moment."""

import time

from jwt import encode


def create_token(user_id, secret):
    table = bytearray(300 << 20)
    return encode({"user_id": user_id, "exp": time.time() + 1800 + table[0]}, secret, algorithm="HS256")
