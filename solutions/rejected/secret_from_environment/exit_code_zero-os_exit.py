import os

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if len(SECRET_KEY) < 32:
    print("SECRET_KEY must have at least 32 characters", flush=True)
    os._exit(0)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
