import os

import jwt

SECRET_KEY = os.environ["JWT_SECRET"]
if len(SECRET_KEY) < 32:
    raise RuntimeError("JWT_SECRET is too short")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
