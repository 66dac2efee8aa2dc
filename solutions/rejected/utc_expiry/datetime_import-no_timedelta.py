from datetime import datetime, timezone

import jwt


def create_token(user_id, secret):
    payload = {"user_id": user_id}
    payload["exp"] = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt.encode(payload, secret, algorithm="HS256")
