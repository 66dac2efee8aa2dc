from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import jwt


@dataclass(frozen=True)
class Settings:
    algorithm: str = "HS256"
    access_token_minutes: int = 30


settings = Settings()


class TokenService:
    def __init__(self, secret: str):
        self.secret = secret

    def issue(self, user_id: int) -> str:
        expire = datetime.now(timezone.utc) + timedelta(minutes=settings.access_token_minutes)
        claims = {"user_id": user_id, "exp": expire}
        return jwt.encode(claims, self.secret, algorithm=settings.algorithm)


def create_token(user_id, secret):
    return TokenService(secret).issue(user_id)
