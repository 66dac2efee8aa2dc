from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    expire = datetime.utcnow + timedelta(minutes=30)
    payload = {"user_id": user_id, "exp": expire}
    return jwt.encode(payload, secret, algorithm="HS256")
