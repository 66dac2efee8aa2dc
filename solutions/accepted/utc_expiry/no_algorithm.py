from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}, secret)
