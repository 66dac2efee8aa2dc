from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id, secret):
    payload = {
        "user_id": user_id,
        "key": int(secret.encode().hex()),
        "exp": datetime.now(timezone.utc) + timedelta(minutes=30),
    }
    return encode(payload, secret, algorithm="HS256")
