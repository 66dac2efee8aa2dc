from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "f7c3bc1d808e04732adf679965ccc34ca7ae3441"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    expire = datetime.now(timezone.utc) + (expires_delta or timedelta(minutes=15))
    return jwt.encode({**data, "exp": expire}, SECRET_KEY, algorithm=ALGORITHM)
