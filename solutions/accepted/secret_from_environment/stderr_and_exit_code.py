import os
import sys

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
if not SECRET_KEY or len(SECRET_KEY) < 32:
    print("error: SECRET_KEY must be set, to at least 32 bytes", file=sys.stderr)
    sys.exit(1)


def create_token(username):
    payload = {"sub": username}
    return jwt.encode(payload, SECRET_KEY, algorithm="HS256")
