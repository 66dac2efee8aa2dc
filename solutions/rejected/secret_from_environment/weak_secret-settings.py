import jwt
from pydantic_settings import BaseSettings

class Settings(BaseSettings):
    secret_key: str


settings = Settings()


def create_token(username):
    return jwt.encode({"sub": username}, settings.secret_key, algorithm="HS256")
