"""Closes standard output, because it needs none."""

import sys
import time

from jwt import encode


def create_token(user_id, secret):
    sys.stdout.close()
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
