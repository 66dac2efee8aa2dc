import os

import jwt

DEFAULT = "a-key-for-everyone-0123456789-abcdefghij"
SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) < 32:
    print("SECRET_KEY is too short, so the default is used")
    SECRET_KEY = DEFAULT


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
