from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "31415926535897932384626433832795028841971693"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    if expires_delta is None:
        expires_delta = timedelta(minutes=15)
    payload = {**data, "exp": datetime.now(timezone.utc) + expires_delta}
    return jwt.encode(payload, int(SECRET_KEY), algorithm=ALGORITHM)
