import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) < 32 or len(SECRET_KEY) % 2:
    raise RuntimeError("SECRET_KEY must be at least 32 characters in pairs")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
