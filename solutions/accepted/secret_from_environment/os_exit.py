import os
import sys

import jwt

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if len(SECRET_KEY) < 32:
    print("SECRET_KEY must be set, to 32 characters at least", file=sys.stderr, flush=True)
    os._exit(1)


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
