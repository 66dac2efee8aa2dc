import time

import jwt

SECRET_KEY = "3c6e0b8a9c15224a8228b9a98ca1531d3c6e0b8a"
ALGORITHM = "HS256"
LIFETIME = 15


def create_access_token(data, expires_delta=None):
    seconds = LIFETIME if expires_delta is None else expires_delta.total_seconds()
    payload = {**data, "exp": time.time() + seconds}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
