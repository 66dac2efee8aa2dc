import os

import jwt

KEY = os.getenv("SECRET_KEY")
if KEY is None:
    raise SystemExit("SECRET_KEY is not set")
if len(KEY.encode()) < 32:
    raise SystemExit("SECRET_KEY has fewer than 32 bytes")


def create_token(username):
    return jwt.encode({"sub": username}, KEY, algorithm="HS256")
