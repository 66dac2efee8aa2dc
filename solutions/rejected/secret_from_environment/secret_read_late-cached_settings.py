from functools import lru_cache

import jwt
from pydantic import Field
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    secret_key: str = Field(min_length=32)


@lru_cache
def get_settings():
    return Settings()


def create_token(username):
    return jwt.encode({"sub": username}, get_settings().secret_key, algorithm="HS256")
