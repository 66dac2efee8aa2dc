import os

import jwt


class SettingsError(Exception):
    """Something is not set that has to be."""


try:
    SECRET_KEY = os.environ["SECRET_KEY"]
except KeyError as error:
    raise SettingsError("an environment variable is missing") from error

if len(SECRET_KEY) < 32:
    raise SettingsError("SECRET_KEY is too short")


def create_token(username: str) -> str:
    return jwt.encode({"sub": username}, SECRET_KEY, algorithm="HS256")
