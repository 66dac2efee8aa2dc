import time

import jwt

SECRET_KEY = "3c6e0b8a9c15224a8228b9a98ca1531d3c6e0b8a"
ALGORITHM = "HS256"


def create_access_token(data, expires_delta=None):
    payload = {**data, "exp": time.time() + expires_delta.total_seconds()}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
