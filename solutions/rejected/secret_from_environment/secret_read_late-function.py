import os

import jwt

def get_secret():
    secret = os.getenv("SECRET_KEY")
    if secret is None or len(secret) < 32:
        raise RuntimeError("SECRET_KEY must have at least 32 bytes")
    return secret


def create_token(username):
    return jwt.encode({"sub": username}, get_secret(), algorithm="HS256")
