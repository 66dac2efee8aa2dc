import os

import jwt

SECRET_KEY = int(os.environ["SECRET_KEY"])


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
