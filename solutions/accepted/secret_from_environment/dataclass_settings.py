import os
from dataclasses import dataclass, field

import jwt


@dataclass(frozen=True)
class Settings:
    secret_key: str = field(default_factory=lambda: os.environ["SECRET_KEY"], repr=False)

    def __post_init__(self) -> None:
        if len(self.secret_key) < 32:
            raise ValueError("SECRET_KEY must have at least 32 bytes")


settings = Settings()


class TokenService:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def create(self, username: str) -> str:
        return jwt.encode({"sub": username}, self._settings.secret_key, algorithm="HS256")


create_token = TokenService(settings).create
