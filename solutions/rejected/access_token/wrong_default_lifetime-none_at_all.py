from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "2bb80d537b1da3e38bd30361aa855686bde0eacd"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    expires = datetime.now(timezone.utc)
    if expires_delta is not None:
        expires += expires_delta
    return jwt.encode({**data, "exp": expires}, SECRET_KEY, algorithm=ALGORITHM)
