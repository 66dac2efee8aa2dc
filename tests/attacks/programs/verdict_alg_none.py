"""Gives a token that says itself that it is not signed."""

import time

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, None, algorithm="none")
