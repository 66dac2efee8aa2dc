import os

import jwt
from pydantic import BaseModel, Field


class Config(BaseModel):
    secret_key: str = Field(alias="SECRET_KEY", min_length=32)


config = Config.model_validate(dict(os.environ))


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, config.secret_key, algorithm="HS256")
