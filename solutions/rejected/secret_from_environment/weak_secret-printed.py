import os

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) < 32:
    print("SECRET_KEY should have 32 bytes")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
