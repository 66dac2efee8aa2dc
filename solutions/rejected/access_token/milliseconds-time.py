import time

import jwt

SECRET_KEY = "2bb80d537b1da3e38bd30361aa855686bde0eacd"
ALGORITHM = "HS256"


def create_access_token(data, expires_delta=None):
    milliseconds = 900_000 if expires_delta is None else expires_delta.total_seconds() * 1000
    payload = {**data, "exp": round(time.time() * 1000 + milliseconds)}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
