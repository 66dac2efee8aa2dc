from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    if expires_delta is None:
        expire = datetime.now() + timedelta(minutes=15)
    else:
        expire = datetime.utcnow() + expires_delta
    return jwt.encode({**data, "exp": expire}, SECRET_KEY, algorithm=ALGORITHM)
