import os

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
if SECRET_KEY is None:
    print("SECRET_KEY is not set!")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
