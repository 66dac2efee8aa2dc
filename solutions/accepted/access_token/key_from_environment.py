import os
from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = os.environ["SECRET_KEY"]
ALGORITHM = os.getenv("ALGORITHM", "HS256")


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    expires_delta = timedelta(minutes=15) if expires_delta is None else expires_delta
    return jwt.encode(data | {"exp": datetime.now(timezone.utc) + expires_delta}, SECRET_KEY, algorithm=ALGORITHM)
