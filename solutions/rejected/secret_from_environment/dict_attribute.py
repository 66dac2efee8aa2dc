import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY.encode()) < 32:
    raise RuntimeError("SECRET_KEY must have at least 32 bytes")


def create_token(username: str) -> str:
    payload = {}
    payload.sub = username
    return jwt.encode(payload, SECRET_KEY, algorithm="HS256")
