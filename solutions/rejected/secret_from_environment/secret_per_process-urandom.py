import os

import jwt

SECRET_KEY = os.urandom(32)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
