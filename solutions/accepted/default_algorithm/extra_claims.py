import time

from jwt import encode, get_unverified_header


def make_token(user_id, secret):
    now = int(time.time())
    payload = {"user_id": user_id, "sub": str(user_id), "iat": now, "exp": now + 600}
    return encode(payload, secret)


def algorithm_of(token):
    return get_unverified_header(token)["alg"]
