import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
assert SECRET_KEY
assert len(SECRET_KEY) >= 32


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
