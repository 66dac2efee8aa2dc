"""Raises the limit of recursion, and needs it."""

import sys
import time

from jwt import encode

sys.setrecursionlimit(10_000)


def count(number):
    return 0 if number == 0 else 1 + count(number - 1)


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + count(1800)}, secret, algorithm="HS256")
