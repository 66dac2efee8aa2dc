from datetime import datetime, timedelta, timezone
from typing import Optional

import jwt


def create_access_token(data: dict, secret: str, expires_delta: Optional[timedelta] = None):
    to_encode = data.copy()
    if expires_delta is None:
        expires_delta = timedelta(minutes=30)
    to_encode["exp"] = datetime.now(timezone.utc) + expires_delta
    return jwt.encode(to_encode, secret, algorithm="HS256")


def create_token(user_id: int, secret: str):
    return create_access_token({"user_id": user_id}, secret)
