import os
import sys

import jwt

SECRET_KEY = os.getenv("SECRET_KEY", "")


def create_token(username):
    if len(SECRET_KEY) < 32:
        sys.exit("SECRET_KEY is missing or too short")
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
