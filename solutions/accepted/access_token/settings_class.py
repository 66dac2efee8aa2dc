from datetime import datetime, timedelta, timezone

from jwt import encode


class Settings:
    secret_key = "b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c62"
    algorithm = "HS384"
    access_token_expire_minutes = 15


settings = Settings()
SECRET_KEY = settings.secret_key
ALGORITHM = settings.algorithm


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    if expires_delta is None:
        expires_delta = timedelta(minutes=settings.access_token_expire_minutes)
    expire = datetime.now(tz=timezone.utc) + expires_delta
    return encode({**data, "exp": expire}, settings.secret_key, algorithm=settings.algorithm)
