from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "my-own-very-long-key-for-the-token-exercise"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    expires_delta = 900 if expires_delta is None else expires_delta
    expires = datetime.now(timezone.utc).timestamp() + expires_delta.total_seconds()
    return jwt.encode({**data, "exp": expires}, SECRET_KEY, algorithm=ALGORITHM)
