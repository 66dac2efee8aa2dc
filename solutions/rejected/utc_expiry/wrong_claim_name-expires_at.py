from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id: int, secret: str) -> str:
    expires_at = datetime.now(timezone.utc) + timedelta(minutes=30)
    claims = {"user_id": user_id, "expires_at": expires_at.timestamp()}
    return encode(claims, secret, algorithm="HS256")
