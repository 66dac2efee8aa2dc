from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "9f3b27c1d84e60a5b7f2c93e1d60485ab2c7e9f10d3856a4"
ALGORITHM = "HS256"
DEFAULT_LIFETIME = timedelta(minutes=15)


def create_access_token(
    data: dict, expires_delta: timedelta | None = None
) -> str:
    lifetime = (
        DEFAULT_LIFETIME if expires_delta is None else expires_delta
    )
    payload = {**data, "exp": datetime.now(timezone.utc) + lifetime}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
