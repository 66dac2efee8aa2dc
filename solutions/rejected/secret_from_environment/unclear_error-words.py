import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
if not SECRET_KEY or len(SECRET_KEY) < 32:
    raise RuntimeError("Configuration error")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
