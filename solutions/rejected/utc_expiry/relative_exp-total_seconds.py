from datetime import timedelta

from jwt import encode


def create_token(user_id, secret):
    lifetime = timedelta(minutes=30)
    claims = {"user_id": user_id, "exp": lifetime.total_seconds()}
    return encode(claims, secret, algorithm="HS256")
