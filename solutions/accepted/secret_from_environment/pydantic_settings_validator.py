from functools import lru_cache

import jwt
from pydantic import SecretStr, field_validator
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    SECRET_KEY: SecretStr

    @field_validator("SECRET_KEY")
    @classmethod
    def long_enough(cls, key: SecretStr) -> SecretStr:
        if len(key.get_secret_value().encode()) < 32:
            raise ValueError("must be at least 32 bytes")
        return key


@lru_cache
def get_settings() -> Settings:
    return Settings()


get_settings()


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, get_settings().SECRET_KEY.get_secret_value(), algorithm="HS256")
