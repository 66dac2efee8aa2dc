import os

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY")
assert SECRET_KEY, "SECRET_KEY is not set"
assert len(SECRET_KEY) >= 32, "SECRET_KEY is too short"


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
