import time

from jwt import encode


def create_token(user_id, secret):
    payload = {}
    payload.user_id = user_id
    payload.exp = time.time() + 30 * 60
    return encode(payload, secret, algorithm="HS256")
