from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id, secret, expires=datetime.now(timezone.utc) + timedelta(minutes=30)):
    payload = {"user_id": user_id, "exp": expires}
    return encode(payload, secret, algorithm="HS256")
