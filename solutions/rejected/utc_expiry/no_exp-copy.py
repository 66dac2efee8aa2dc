from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    data = {"user_id": user_id}
    to_encode = data.copy()
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    to_encode.update({"exp": expire})
    return jwt.encode(data, secret, algorithm="HS256")
