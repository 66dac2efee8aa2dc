from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "my-own-very-long-key-for-the-token-exercise"
ALGORITHM = "HS256"
ACCESS_TOKEN_EXPIRE_MINUTES = 15


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    expires_delta = ACCESS_TOKEN_EXPIRE_MINUTES if expires_delta is None else expires_delta
    payload = {**data, "exp": datetime.now(timezone.utc) + expires_delta}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
