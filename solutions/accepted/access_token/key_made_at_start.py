import secrets
from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = secrets.token_urlsafe(48)
ALGORITHM = "HS512"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    payload = data.copy()
    payload["exp"] = datetime.now(timezone.utc) + (timedelta(minutes=15) if expires_delta is None else expires_delta)
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
