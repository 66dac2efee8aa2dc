import os
import sys

import jwt

secret = os.getenv("APP_SECRET")
if secret is None or len(secret) < 32:
    sys.exit("SECRET_KEY is missing or too short")


def create_token(username):
    return jwt.encode({"sub": username}, secret, algorithm="HS256")
