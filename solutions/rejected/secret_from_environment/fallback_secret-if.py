import os

import jwt

if "SECRET_KEY" in os.environ:
    SECRET_KEY = os.environ["SECRET_KEY"]
else:
    SECRET_KEY = "only-for-development-0123456789abcdef"

assert len(SECRET_KEY) >= 32, "SECRET_KEY is too short"


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
