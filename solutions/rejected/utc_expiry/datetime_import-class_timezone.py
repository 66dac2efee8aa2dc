from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    now = datetime.now(datetime.timezone.utc)
    return jwt.encode({"user_id": user_id, "exp": now + timedelta(minutes=30)}, secret, algorithm="HS256")
