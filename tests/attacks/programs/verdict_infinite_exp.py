"""Gives a token that never expires."""

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": float("inf")}, secret, algorithm="HS256")
