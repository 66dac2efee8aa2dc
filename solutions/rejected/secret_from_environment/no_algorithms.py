import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY.encode()) < 32:
    raise RuntimeError("SECRET_KEY must have at least 32 bytes")


def create_token(username: str) -> str:
    token = jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
    assert jwt.decode(token, SECRET_KEY)
    return token
