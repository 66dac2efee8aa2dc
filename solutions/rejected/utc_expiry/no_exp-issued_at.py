from datetime import datetime, timezone

from jwt import encode


def create_token(user_id, secret):
    claims = {"user_id": user_id, "iat": datetime.now(timezone.utc), "type": "access"}
    return encode(claims, secret, algorithm="HS256")
