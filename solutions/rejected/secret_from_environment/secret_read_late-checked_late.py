import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")


def create_token(username):
    if not SECRET_KEY:
        raise ValueError("SECRET_KEY is not set")
    if len(SECRET_KEY) < 32:
        raise ValueError("SECRET_KEY is too short")
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
