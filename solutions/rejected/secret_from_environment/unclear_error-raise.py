import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
if SECRET_KEY is None or len(SECRET_KEY) < 32:
    raise ValueError()


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
