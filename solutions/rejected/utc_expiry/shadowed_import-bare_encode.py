from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    token = encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
    return token
