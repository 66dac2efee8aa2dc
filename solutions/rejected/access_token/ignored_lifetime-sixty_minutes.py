from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "f7c3bc1d808e04732adf679965ccc34ca7ae3441"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    to_encode = data.copy()
    expire = datetime.utcnow() + timedelta(minutes=60)
    to_encode.update({"exp": expire})
    return jwt.encode(to_encode, SECRET_KEY, algorithm=ALGORITHM)
