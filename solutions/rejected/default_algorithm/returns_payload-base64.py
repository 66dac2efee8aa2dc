import base64
import json

import jwt


def make_token(user_id, secret):
    payload = json.dumps({"user_id": user_id})
    return base64.urlsafe_b64encode(payload.encode("utf-8")).decode("utf-8")


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
