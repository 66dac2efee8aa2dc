from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    to_encode = data.copy()
    expire = datetime.utcnow() + expires_delta
    to_encode.update({"exp": expire})
    return jwt.encode(to_encode, SECRET_KEY, algorithm=ALGORITHM)
