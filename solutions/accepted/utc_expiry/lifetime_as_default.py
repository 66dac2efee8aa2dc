from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret, lifetime=timedelta(minutes=30)):
    expire = datetime.now(timezone.utc) + lifetime
    return jwt.encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
