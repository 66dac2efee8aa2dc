import time

import jwt

SECRET_KEY = "3c6e0b8a9c15224a8228b9a98ca1531d3c6e0b8a"
ALGORITHM = "HS256"


def create_access_token(data, expires_delta=None):
    if expires_delta is None:
        expires_delta = 15 * 60
    payload = {**data, "exp": time.time() + expires_delta}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
