from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "f7c3bc1d808e04732adf679965ccc34ca7ae3441"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    minutes = 15
    if expires_delta is not None:
        minutes = int(expires_delta)
    payload = {**data, "exp": datetime.now(timezone.utc) + timedelta(minutes=minutes)}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
