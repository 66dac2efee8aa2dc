import os
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import lru_cache

import jwt


@dataclass(frozen=True)
class Settings:
    private_key: str
    public_key: str
    algorithm: str = "ES256"
    lifetime: timedelta = timedelta(minutes=15)


@lru_cache
def get_settings() -> Settings:
    return Settings(private_key=os.environ["PRIVATE_KEY"], public_key=os.environ["PUBLIC_KEY"])


class Signer:
    def __init__(self, settings: Settings):
        self.settings = settings

    def sign(self, subject: str) -> str:
        claims = {"sub": subject, "exp": datetime.now(timezone.utc) + self.settings.lifetime}
        return jwt.encode(claims, self.settings.private_key, algorithm=self.settings.algorithm)


class Verifier:
    def __init__(self, settings: Settings):
        self.settings = settings

    def subject(self, token: str) -> str:
        return jwt.decode(token, self.settings.public_key, algorithms=[self.settings.algorithm], options={"require": ["exp", "sub"]})["sub"]


def create_token(username: str) -> str:
    return Signer(get_settings()).sign(username)


def read_token(token: str) -> str | None:
    try:
        return Verifier(get_settings()).subject(token)
    except (jwt.InvalidTokenError, jwt.InvalidKeyError):
        return None
