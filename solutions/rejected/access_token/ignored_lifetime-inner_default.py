from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "Zx81-Spectrum-C64-Amiga-Atari-ST-Archimedes"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    def expiry(lifetime=timedelta(minutes=15)):
        return datetime.now(timezone.utc) + lifetime

    payload = {**data, "exp": expiry()}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
