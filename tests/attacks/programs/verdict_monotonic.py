"""Works the time out from the clock that only measures."""

import time

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": int(time.monotonic()) + 1800}, secret, algorithm="HS256")
