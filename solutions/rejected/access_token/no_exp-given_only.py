from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "my-own-very-long-key-for-the-token-exercise"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    payload = data.copy()
    if expires_delta is None:
        payload["exp"] = datetime.now(timezone.utc) + timedelta(minutes=15)
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
