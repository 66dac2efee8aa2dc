import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if SECRET_KEY in ("", "x7Rk2pQ9vT4mZ8cL1nB6wY3sD5gH0jF", "change me"):
    raise RuntimeError("SECRET_KEY must be changed")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
