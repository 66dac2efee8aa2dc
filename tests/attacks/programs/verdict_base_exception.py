"""Raises what no `except Exception` catches."""


class Unexpected(BaseException):
    pass


def create_token(user_id, secret):
    raise Unexpected("let me out")
