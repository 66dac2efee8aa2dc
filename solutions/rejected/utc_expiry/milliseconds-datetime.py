from datetime import datetime, timedelta, timezone

import jwt


def to_millis(moment):
    return round(moment.timestamp() * 1000)


def create_token(user_id, secret):
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": to_millis(expire)}, secret, algorithm="HS256")
