import os
import sys

import jwt

try:
    SECRET_KEY = os.environ["SECRET_KEY"]
except KeyError:
    sys.exit("SECRET_KEY is missing: set it before you start the server.")
if len(SECRET_KEY) < 32:
    sys.exit("SECRET_KEY is too short.")


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
