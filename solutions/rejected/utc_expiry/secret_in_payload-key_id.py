import base64
from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    expires = datetime.now(timezone.utc) + timedelta(minutes=30)
    key_id = base64.b64encode(secret.encode()).decode()
    return jwt.encode({"user_id": user_id, "exp": expires, "kid": key_id}, secret, algorithm="HS256")
