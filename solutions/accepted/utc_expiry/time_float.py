import time

from jwt import encode


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": time.time() + 1800}
    return encode(payload, secret, algorithm="HS256")
