import os
import secrets

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY") or secrets.token_hex(32)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
