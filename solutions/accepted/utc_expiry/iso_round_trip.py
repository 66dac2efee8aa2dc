from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    issued = datetime.now(timezone.utc).isoformat()
    expires = datetime.fromisoformat(issued) + timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": expires}, secret, algorithm="HS256")
