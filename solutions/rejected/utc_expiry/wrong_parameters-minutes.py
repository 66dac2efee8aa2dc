from datetime import datetime, timedelta, timezone

from jwt import encode

def create_token(user_id: int, secret: str, minutes: int) -> str:
    expires = datetime.now(timezone.utc) + timedelta(minutes=minutes)
    payload = {"user_id": user_id, "exp": expires}
    return encode(payload, secret, algorithm="HS256")
