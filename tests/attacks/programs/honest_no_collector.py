"""Switches the garbage collector off and calls it by hand."""

import gc
import time

from jwt import encode

gc.disable()


def create_token(user_id, secret):
    gc.collect()
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
