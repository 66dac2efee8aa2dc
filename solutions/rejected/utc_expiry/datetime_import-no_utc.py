from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": datetime.now(utc) + timedelta(minutes=30)}
    return jwt.encode(payload, secret, algorithm="HS256")
