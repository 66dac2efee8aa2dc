import os
import sys

import jwt

SECRET_KEY = os.getenv("SECRET_KEY", "")
if len(SECRET_KEY) < 32:
    print("SECRET_KEY is missing or too short")
    sys.exit()


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
