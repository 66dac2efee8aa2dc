import os

import jwt




def create_token(username):
    secret = os.environ["SECRET_KEY"]
    if len(secret) < 32:
        raise RuntimeError("SECRET_KEY is too short")
    return jwt.encode({"sub": username}, secret, algorithm="HS256")
