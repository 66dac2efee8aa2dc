import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
if SECRET_KEY is not None and len(SECRET_KEY) < 32:
    raise ValueError("SECRET_KEY is too short")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
