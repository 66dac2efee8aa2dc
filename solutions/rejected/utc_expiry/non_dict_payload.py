from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    data = {"user_id": user_id}
    payload = data.update({"exp": expire})
    return jwt.encode(payload, secret, algorithm="HS256")
