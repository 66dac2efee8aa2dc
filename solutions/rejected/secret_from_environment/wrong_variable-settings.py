import jwt
from pydantic import Field
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    jwt_secret: str = Field(min_length=32)


settings = Settings()


def create_token(username):
    return jwt.encode({"sub": username}, settings.jwt_secret, algorithm="HS256")
