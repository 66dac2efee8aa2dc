import time

import jwt

SECRET_KEY = "0123456789abcdef0123456789abcdef"
ALGORITHM = "HS256"
DEFAULT_SECONDS = 15 * 60


def create_access_token(data, expires_delta=None):
    seconds = DEFAULT_SECONDS if expires_delta is None else expires_delta.total_seconds()
    claims = data | {"exp": int(time.time() + seconds)}
    return jwt.encode(claims, SECRET_KEY, ALGORITHM)
