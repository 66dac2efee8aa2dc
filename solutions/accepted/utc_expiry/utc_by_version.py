import datetime as dt
import sys

import jwt

if sys.version_info >= (3, 11):
    UTC = dt.UTC
else:
    UTC = dt.timezone.utc


def create_token(user_id: int, secret: str) -> str:
    expire = dt.datetime.now(UTC) + dt.timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
