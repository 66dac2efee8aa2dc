from datetime import datetime, timedelta, timezone

from jwt import PyJWT

SECRET_KEY = "long-enough-" * 3
ALGORITHM = "HS256"

tokens = PyJWT()


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    match expires_delta:
        case None:
            lifetime = timedelta(minutes=15)
        case _:
            lifetime = expires_delta
    return tokens.encode({**data, "exp": (datetime.now(timezone.utc) + lifetime).timestamp()}, SECRET_KEY, ALGORITHM)
