import os
import sys

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY")
if SECRET_KEY is None:
    sys.exit("SECRET_KEY is not set")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
