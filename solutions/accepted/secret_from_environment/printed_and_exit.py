import os

import jwt

secret = os.environ.get("SECRET_KEY")
if secret is None:
    print("Please set SECRET_KEY.")
    exit(1)
if len(secret) < 32:
    print("This key is too short.")
    exit(2)


def create_token(username):
    return jwt.encode({"sub": username}, secret, algorithm="HS256")
