import base64
import json

import jwt


def make_token(user_id, secret):
    return jwt.encode({"user_id": user_id}, secret)


def algorithm_of(token):
    header = token.decode("utf-8").split(".")[0]
    header = header + "=" * (-len(header) % 4)
    return json.loads(base64.urlsafe_b64decode(header))["alg"]
