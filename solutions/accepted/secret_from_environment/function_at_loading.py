import os

import jwt


class ConfigurationError(Exception):
    """The server is not set up as it should be."""


def load_secret(name: str = "SECRET_KEY", at_least: int = 32) -> str:
    secret = os.environ.get(name)
    if not secret:
        raise ConfigurationError(f"the environment variable {name} is not set")
    if len(secret.encode()) < at_least:
        raise ConfigurationError(f"the environment variable {name} has less than {at_least} bytes")
    return secret


SECRET = load_secret()


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, SECRET, algorithm="HS256")
