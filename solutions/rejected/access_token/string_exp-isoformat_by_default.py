from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    payload = data.copy()
    if expires_delta is None:
        payload["exp"] = (datetime.now(timezone.utc) + timedelta(minutes=15)).isoformat()
    else:
        payload["exp"] = datetime.now(timezone.utc) + expires_delta
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
