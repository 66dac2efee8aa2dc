"""Gives an expiry that is larger than any floating-point number."""

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": 10**400}, secret, algorithm="HS256")
