from datetime import datetime, timedelta, timezone

from jwt import encode


def encode(payload, secret):
    payload["exp"] = datetime.now(timezone.utc) + timedelta(minutes=30)
    return encode(payload, secret, algorithm="HS256")


def create_token(user_id, secret):
    return encode({"user_id": user_id}, secret)
