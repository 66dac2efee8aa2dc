from datetime import datetime, timedelta, timezone

from jwt import encode


def utc(moment):
    return moment.astimezone(timezone.utc)


def create_token(user_id, secret):
    expires = utc(datetime.now() + timedelta(minutes=30))
    return encode({"user_id": user_id, "exp": expires}, secret, algorithm="HS256")
