"""Has something done at the end of the program."""

import atexit
import time

from jwt import encode

atexit.register(print, "goodbye")


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
