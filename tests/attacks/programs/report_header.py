"""Fills the token's header with what would be obeyed."""

from jwt import encode


def create_token(user_id, secret):
    headers = {"\x1b[31m\u202e": "]]>", "x5u": "<script>", "[red]": "::error::owned", "deep": [[["\x00"]]]}
    return encode({"user_id": user_id, "exp": 1}, secret, algorithm="HS256", headers=headers)
