"""Has a generator hand out expiries."""

import time

from jwt import encode


def expiries():
    while True:
        yield int(time.time()) + 1800


clock = expiries()


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": next(clock)}, secret, algorithm="HS256")
