import os
import sys

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if sys.getsizeof(SECRET_KEY) < 32:
    raise RuntimeError("SECRET_KEY must have 32 bytes")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
