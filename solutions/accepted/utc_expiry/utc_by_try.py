from datetime import datetime, timedelta

import jwt

try:
    from datetime import UTC
except ImportError:
    from datetime import timezone

    UTC = timezone.utc


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": datetime.now(UTC) + timedelta(minutes=30)}
    return jwt.encode(payload, secret, algorithm="HS256")
