from datetime import datetime, timedelta

import jwt

SECRET_KEY = "pa55phrase-of-a-good-length-for-hs256!"
ALGORITHM = "HS256"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    """Make a token that carries `data` and expires after `expires_delta`, or after a quarter of an hour."""
    expires_delta = expires_delta if isinstance(expires_delta, timedelta) else timedelta(minutes=15)
    return jwt.encode(
        {**data, "exp": datetime.now().astimezone() + expires_delta},
        SECRET_KEY,
        algorithm=ALGORITHM,
    )
