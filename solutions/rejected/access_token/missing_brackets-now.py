from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    if expires_delta is None:
        expires_delta = timedelta(minutes=15)
    payload = {**data, "exp": datetime.now + expires_delta}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
