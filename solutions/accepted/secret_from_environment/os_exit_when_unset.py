import os

import jwt

if "SECRET_KEY" not in os.environ:
    print("SECRET_KEY is missing")
    os._exit(2)

SECRET_KEY = os.environ["SECRET_KEY"]
if len(SECRET_KEY) < 32:
    print("SECRET_KEY is too short")
    os._exit(2)


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
