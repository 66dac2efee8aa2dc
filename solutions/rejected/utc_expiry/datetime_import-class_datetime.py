from datetime import datetime, timedelta, timezone

import jwt


def expiry(minutes=30):
    return datetime.datetime.now(timezone.utc) + timedelta(minutes=minutes)


def create_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "exp": expiry()}, secret, algorithm="HS256")
