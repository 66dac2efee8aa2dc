import jwt
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    secret_key: str = Field(min_length=32)
    algorithm: str = "HS256"


settings = Settings()


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, settings.secret_key, algorithm=settings.algorithm)
