import os

import jwt

try:
    SECRET_KEY = os.environ["SECRET_KEY"]
except KeyError:
    SECRET_KEY = "only-for-development-0123456789abcdef"
if len(SECRET_KEY) < 32:
    raise ValueError("SECRET_KEY is too short")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
