from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "5up3r-l0ng-and-qu1te-random-k3y-for-tokens"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta = timedelta(minutes=15)) -> str:
    to_encode = dict(data)
    to_encode["exp"] = datetime.now(timezone.utc) + expires_delta
    return jwt.encode(to_encode, SECRET_KEY, algorithm=ALGORITHM)
