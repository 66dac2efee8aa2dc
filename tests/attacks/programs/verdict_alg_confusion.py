"""Signs with another algorithm and says HS256."""

import time

from jwt import encode


def create_token(user_id, secret):
    token = encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS512")
    header = encode({}, secret, algorithm="HS256").split(".")[0]
    return ".".join([header, *token.split(".")[1:]])
