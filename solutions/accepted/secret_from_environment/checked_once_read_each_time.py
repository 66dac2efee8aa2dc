import os

import jwt


def secret_key() -> str:
    key = os.environ["SECRET_KEY"]
    if len(key) < 32:
        raise ValueError("SECRET_KEY is too short")
    return key


secret_key()  # so that a server without one does not even start


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, secret_key(), algorithm="HS256")
