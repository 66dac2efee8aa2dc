import time

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data, expires_delta=None):
    seconds = expires_delta.total_seconds() if expires_delta is not None else 0
    payload = {**data, "exp": int(time.time() + (seconds or 900))}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
