from datetime import datetime, timedelta, timezone

import jwt


def utc_now():
    return datetime.now().replace(tzinfo=timezone.utc)


def create_token(user_id, secret):
    return jwt.encode(
        {"user_id": user_id, "exp": utc_now() + timedelta(minutes=30)},
        secret,
        algorithm="HS256",
    )
