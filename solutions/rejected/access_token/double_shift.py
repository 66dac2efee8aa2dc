from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "my-own-very-long-key-for-the-token-exercise"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    if expires_delta is None:
        expires_delta = timedelta(minutes=15)
    payload = {**data, "exp": int((datetime.utcnow() + expires_delta).timestamp())}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
