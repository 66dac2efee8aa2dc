from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "EXP": int(expire.timestamp())}, secret, algorithm="HS256")
