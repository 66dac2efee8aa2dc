import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) != 64:
    raise RuntimeError("SECRET_KEY must have 64 characters")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
