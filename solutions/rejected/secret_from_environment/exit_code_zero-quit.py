import os

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY")
if SECRET_KEY is None or len(SECRET_KEY) < 32:
    print("Set SECRET_KEY to 32 bytes or more")
    quit()


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
