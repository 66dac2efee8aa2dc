"""Is a file of two hundred kilobytes, most of it text."""

import time

from jwt import encode

TABLE = """
@table@
"""


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
