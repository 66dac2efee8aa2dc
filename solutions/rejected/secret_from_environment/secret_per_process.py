import secrets

import jwt

SECRET_KEY = secrets.token_hex(32)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
