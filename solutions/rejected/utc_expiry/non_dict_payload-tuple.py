from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    payload = {"user_id": user_id}, {"exp": expire}
    return jwt.encode(payload, secret, algorithm="HS256")
