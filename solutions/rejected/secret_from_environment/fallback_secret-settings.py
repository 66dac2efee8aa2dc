import jwt
from pydantic import Field
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    secret_key: str = Field("only-for-development-0123456789abcdef", min_length=32)


settings = Settings()


def create_token(username):
    return jwt.encode({"sub": username}, settings.secret_key, algorithm="HS256")
