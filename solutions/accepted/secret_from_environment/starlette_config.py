import jwt
from starlette.config import Config
from starlette.datastructures import Secret

config = Config()
SECRET_KEY = config("SECRET_KEY", cast=Secret)
if len(str(SECRET_KEY)) < 32:
    raise ValueError("SECRET_KEY must be 32 characters or more")


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, str(SECRET_KEY), algorithm="HS256")
