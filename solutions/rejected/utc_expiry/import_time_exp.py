from datetime import datetime, timedelta, timezone

import jwt

EXPIRES = datetime.now(timezone.utc) + timedelta(minutes=30)


def create_token(user_id, secret):
    return jwt.encode({"user_id": user_id, "exp": EXPIRES}, secret, algorithm="HS256")
