import os

import jwt

try:
    SECRET_KEY = os.environ["SECRET_KEY"]
except KeyError:
    SECRET_KEY = None

if SECRET_KEY and len(SECRET_KEY) < 32:
    raise RuntimeError("SECRET_KEY has less than 32 bytes")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
