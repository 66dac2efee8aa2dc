import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY", "only-for-development-0123456789abcdef")
if len(SECRET_KEY) < 32:
    raise RuntimeError("SECRET_KEY is too short")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
