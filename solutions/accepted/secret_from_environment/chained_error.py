import os

import jwt


class ConfigurationError(Exception):
    """The server cannot be started as it is set up."""


def read_key():
    try:
        key = os.environ["SECRET_KEY"]
    except KeyError as error:
        raise ConfigurationError("a setting is missing") from error
    if len(key) < 32:
        raise ConfigurationError("a setting is too short")
    return key


def configure():
    try:
        return {"key": read_key()}
    except ConfigurationError as error:
        raise RuntimeError("the server was not started") from error


settings = configure()


def create_token(username):
    return jwt.encode({"sub": username}, settings["key"], algorithm="HS256")
