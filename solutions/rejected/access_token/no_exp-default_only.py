from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "3c6e0b8a9c15224a8228b9a98ca1531d3c6e0b8a"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    payload = data.copy()
    if expires_delta is not None:
        payload["exp"] = datetime.now(timezone.utc) + expires_delta
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
