"""Replaces a function of its own while it runs."""

import time

from jwt import encode


def expiry():
    return 0


def better_expiry():
    return time.time() + 1800


def create_token(user_id, secret):
    globals()["expiry"] = better_expiry
    return encode({"user_id": user_id, "exp": expiry()}, secret, algorithm="HS256")
