from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "this-is-a-key-of-more-than-32-bytes-0001"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | int | None = None) -> str:
    if isinstance(expires_delta, int):
        expires_delta = timedelta(minutes=expires_delta)
    elif not isinstance(expires_delta, timedelta):
        expires_delta = timedelta(minutes=15)
    payload = {key: value for key, value in data.items()}
    payload["exp"] = round((datetime.now(timezone.utc) + expires_delta).timestamp())
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
