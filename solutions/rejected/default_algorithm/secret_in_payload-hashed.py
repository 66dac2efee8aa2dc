import hashlib

import jwt


def make_token(user_id, secret):
    payload = {"user_id": user_id, "key": hashlib.sha256(secret.encode()).hexdigest()}
    return jwt.encode(payload, secret)


def algorithm_of(token):
    return jwt.get_unverified_header(token)["alg"]
