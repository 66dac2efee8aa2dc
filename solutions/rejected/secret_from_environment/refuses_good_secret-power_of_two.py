import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) not in (32, 64, 128, 256):
    raise RuntimeError("SECRET_KEY must have 32, 64, 128 or 256 characters")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
