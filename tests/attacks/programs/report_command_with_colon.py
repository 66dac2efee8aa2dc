"""Names a claim so that it is a workflow's command with a colon among its properties."""

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": 1, "::error title=a:b::owned": 1}, secret, algorithm="HS256")
