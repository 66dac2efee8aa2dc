from datetime import datetime, timedelta, timezone

from jwt import encode


def naive_utc_now():
    return datetime.now(timezone.utc).replace(tzinfo=None)


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": naive_utc_now() + timedelta(minutes=30)}
    return encode(payload, secret, algorithm="HS256")
