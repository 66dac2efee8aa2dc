import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"].encode()
if len(SECRET_KEY) < 32:
    raise SystemExit("SECRET_KEY needs 32 bytes")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
