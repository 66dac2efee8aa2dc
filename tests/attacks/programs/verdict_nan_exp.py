"""Gives an expiry that is no number, with which nothing can be compared."""

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": float("nan")}, secret, algorithm="HS256")
