import os
import sys

import jwt

SECRET_KEY = os.getenv("SECRET_KEY", "")
if len(SECRET_KEY) < 32:
    sys.exit(1)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
