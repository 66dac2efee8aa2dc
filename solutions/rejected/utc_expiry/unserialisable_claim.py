from datetime import timedelta

from jwt import encode


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": timedelta(minutes=30)}
    return encode(payload, secret, algorithm="HS256")
