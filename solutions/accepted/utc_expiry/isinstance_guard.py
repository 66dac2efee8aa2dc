from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    payload = {
        "user_id": user_id,
        "exp": datetime.now(timezone.utc) + timedelta(minutes=30),
    }
    token = jwt.encode(payload, secret, algorithm="HS256")
    if isinstance(token, str):
        return token
    return token.decode("utf-8")
