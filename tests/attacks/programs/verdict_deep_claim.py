"""Puts a list into the payload that is nested as deep as can just be read."""

from jwt.api_jws import PyJWS


def create_token(user_id, secret):
    deep = b"[" * 955 + b"]" * 955
    payload = b'{"user_id": %d, "exp": 1, "deep": %s}' % (user_id, deep)
    return PyJWS().encode(payload, secret, algorithm="HS256")
