"""Begins a workflow's command in a claim's name, and ends it in its value."""

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": 1, "::error": "x::owned"}, secret, algorithm="HS256")
