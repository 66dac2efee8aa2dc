from datetime import datetime, timedelta

import jwt

LIFETIME = timedelta(minutes=30)


def create_token(user_id, secret):
    expires = datetime.now(timezone.utc) + LIFETIME
    return jwt.encode({"user_id": user_id, "exp": expires}, secret, algorithm="HS256")
