from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    to_encode = {"sub": str(user_id)}
    to_encode["exp"] = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt.encode(to_encode, secret, algorithm="HS256")
