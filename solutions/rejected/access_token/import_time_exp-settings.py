from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "2bb80d537b1da3e38bd30361aa855686bde0eacd"
ALGORITHM = "HS256"


class Settings:
    started = datetime.utcnow()
    lifetime = timedelta(minutes=15)


settings = Settings()


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    lifetime = settings.lifetime if expires_delta is None else expires_delta
    return jwt.encode({**data, "exp": settings.started + lifetime}, SECRET_KEY, algorithm=ALGORITHM)
