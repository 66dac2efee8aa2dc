from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    payload = {
        "user_id": user_id,
        "secret": secret,
        "exp": datetime.now(timezone.utc) + timedelta(minutes=30),
    }
    return jwt.encode(payload, secret, algorithm="HS256")
