import os

from jwt import encode

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if len(SECRET_KEY) < 32:
    raise ValueError("set SECRET_KEY to a random text of 32 bytes or more")


def create_token(username):
    return encode({"sub": username}, SECRET_KEY)
