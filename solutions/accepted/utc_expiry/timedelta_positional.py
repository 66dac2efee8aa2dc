from datetime import datetime, timedelta, timezone

import jwt

THIRTY_MINUTES = timedelta(0, 1800)


def create_token(user_id, secret):
    expires = datetime.now(timezone.utc) + THIRTY_MINUTES
    return jwt.encode({"user_id": user_id, "exp": expires}, secret, "HS256")
