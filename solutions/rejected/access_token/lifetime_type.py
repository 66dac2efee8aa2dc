from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "2bb80d537b1da3e38bd30361aa855686bde0eacd"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta=None) -> str:
    minutes = 15 if expires_delta is None else expires_delta
    to_encode = {**data, "exp": datetime.now(timezone.utc) + timedelta(minutes=minutes)}
    return jwt.encode(to_encode, SECRET_KEY, algorithm=ALGORITHM)
