import os

import jwt

match os.environ.get("SECRET_KEY"):
    case None:
        raise LookupError("no SECRET_KEY in the environment")
    case text if len(text) < 32:
        raise LookupError(f"the SECRET_KEY has {len(text)} bytes, it should have 32")
    case text:
        KEY = text


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, KEY, algorithm="HS256")
