"""Has half of a character among its texts, as code does that checks for it."""

import time

from jwt import encode

FIRST_HALF, LAST_HALF = "\ud800", "\udfff"


def create_token(user_id, secret):
    assert not any(FIRST_HALF <= character <= LAST_HALF for character in secret)
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
