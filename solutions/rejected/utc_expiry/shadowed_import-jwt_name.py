import time

from jwt import encode


def create_token(user_id, secret):
    claims = {"user_id": user_id, "exp": int(time.time()) + 1800}
    return jwt.encode(claims, secret, algorithm="HS256")
