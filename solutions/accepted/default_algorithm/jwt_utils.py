import json

from jwt.api_jwt import encode
from jwt.utils import base64url_decode


def make_token(user_id, secret):
    claims = {}
    claims["user_id"] = user_id
    return encode(claims, secret)


def algorithm_of(token):
    head, _, _ = token.partition(".")
    return json.loads(base64url_decode(head).decode("utf-8"))["alg"]
