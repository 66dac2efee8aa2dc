import os
import uuid

import jwt

SECRET_KEY = os.getenv("SECRET_KEY")
if not SECRET_KEY:
    print("No SECRET_KEY: making one up")
    SECRET_KEY = str(uuid.uuid4())


def create_token(username):
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
