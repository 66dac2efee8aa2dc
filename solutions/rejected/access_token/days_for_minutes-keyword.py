from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"
ACCESS_TOKEN_EXPIRE_MINUTES = 15


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    lifetime = timedelta(days=ACCESS_TOKEN_EXPIRE_MINUTES) if expires_delta is None else expires_delta
    payload = {**data, "exp": datetime.now(timezone.utc) + lifetime}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
