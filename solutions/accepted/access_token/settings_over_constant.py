from datetime import datetime, timedelta, timezone

import jwt
from pydantic_settings import BaseSettings

SECRET_KEY = "9d1f0c7be4a2836f5d4c1b0a99e8d7c6b5a4938271605f4e3d2c1b0a"
ALGORITHM = "HS256"


class Settings(BaseSettings):
    """A variable of the environment goes before the constant, as in production."""

    secret_key: str = SECRET_KEY
    algorithm: str = ALGORITHM


settings = Settings()


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    lifetime = timedelta(minutes=15) if expires_delta is None else expires_delta
    claims = {**data, "exp": datetime.now(timezone.utc) + lifetime}
    return jwt.encode(claims, settings.secret_key, algorithm=settings.algorithm)
