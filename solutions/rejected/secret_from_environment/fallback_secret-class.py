import os

import jwt

class Config:
    SECRET_KEY = os.environ.get("SECRET_KEY") or "hard to guess string"


def create_token(username):
    return jwt.encode({"sub": username}, Config.SECRET_KEY, algorithm="HS256")
