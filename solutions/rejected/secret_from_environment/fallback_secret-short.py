import os

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY", "dev")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
