from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id, secret):
    now = datetime.now(timezone.utc)
    claims = {"user_id": user_id, "iat": now, "exp": now + timedelta(days=30)}
    return encode(claims, secret, algorithm="HS256")
