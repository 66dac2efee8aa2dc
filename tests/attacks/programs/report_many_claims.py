"""Fills the token with claims, each of which would be a line on the screen."""

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": 1, **dict.fromkeys(map(str, range(1_000)), 1)}, secret, algorithm="HS256")
