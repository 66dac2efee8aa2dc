"""Names claims so that they would be obeyed where a token is shown."""

from jwt import encode

HOSTILE = "\x1b[31m\u202e ]]> <b> [red]"


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": 1, HOSTILE: HOSTILE, "z": ["\x00"]}, secret, algorithm="HS256")
