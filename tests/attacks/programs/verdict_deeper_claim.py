"""Puts a list into the payload that is nested deeper than Python goes, but not its reader of JSON."""

from jwt.api_jws import PyJWS


def login(username, password, secret):
    deep = b'{"deep": ' + b"[" * 5_000 + b"]" * 5_000 + b"}"
    return {"access_token": PyJWS().encode(deep, secret, algorithm="HS256"), "token_type": "bearer"}
