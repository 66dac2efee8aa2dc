import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"] or "development-key-0123456789-abcdefghij"
if len(SECRET_KEY) < 32:
    raise RuntimeError("SECRET_KEY is too short")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
