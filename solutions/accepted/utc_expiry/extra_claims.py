import uuid
from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    now = datetime.now(timezone.utc)
    payload = {
        "user_id": user_id,
        "iat": now,
        "nbf": now,
        "exp": now + timedelta(minutes=30),
        "jti": uuid.uuid4().hex,
        "type": "access",
    }
    return jwt.encode(payload, secret, algorithm="HS256", headers={"kid": "main"})
