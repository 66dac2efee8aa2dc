import os

import jwt

try:
    SECRET_KEY = os.environ["SECRET_KEY"]
    if len(SECRET_KEY) < 32:
        raise ValueError("too short")
except (KeyError, ValueError) as error:
    raise RuntimeError("not configured: see SECRET_KEY in the manual") from error


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
