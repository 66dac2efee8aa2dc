import os

import jwt

SECRET_KEY = f"{os.environ.get('SECRET_KEY')}"


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
