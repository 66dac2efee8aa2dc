import base64
import json

from jwt import encode


def make_token(user_id: int, secret: str) -> str:
    return encode({"user_id": user_id}, secret)


def algorithm_of(token: str) -> str:
    header = token.partition(".")[0]
    return json.loads(base64.urlsafe_b64decode(header + b"=="))["alg"]
