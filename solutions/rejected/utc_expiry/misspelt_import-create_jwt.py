import time

from jwt import create_jwt


def create_token(user_id, secret):
    return create_jwt({"user_id": user_id, "exp": int(time.time()) + 1800}, secret)
