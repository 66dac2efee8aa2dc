from datetime import datetime, timedelta, timezone

import jwt


def to_bytes(value):
    return value if isinstance(value, bytes) else value.encode()


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    return to_bytes(jwt.encode(payload, secret, algorithm="HS256"))
