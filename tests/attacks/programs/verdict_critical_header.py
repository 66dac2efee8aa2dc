"""Makes a token that PyJWT itself refuses: its header says that something must be understood that nobody knows."""

from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}
    return jwt.encode(payload, secret, algorithm="HS256", headers={"crit": ["x"], "x": 1})
