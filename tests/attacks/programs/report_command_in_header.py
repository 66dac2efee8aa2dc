"""Begins a workflow's command in the header's first member, after one that fills the line."""

from jwt import encode


def create_token(user_id, secret):
    headers = {"!" * 40: "b" * 57, "::error": "x::owned"}
    return encode({"user_id": user_id, "exp": 1}, secret, algorithm="HS256", headers=headers)
