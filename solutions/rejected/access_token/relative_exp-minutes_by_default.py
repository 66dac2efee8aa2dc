from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "f7c3bc1d808e04732adf679965ccc34ca7ae3441"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    exp = 15 if expires_delta is None else datetime.now(timezone.utc) + expires_delta
    payload = {**data, "exp": exp}
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)
