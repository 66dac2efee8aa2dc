import time

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data, expires_delta=None):
    lifetime = 900 if expires_delta is None else expires_delta.seconds
    payload = {**data, "exp": int(time.time()) + lifetime}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
