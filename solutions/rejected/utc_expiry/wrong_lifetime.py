from datetime import datetime, timedelta, timezone

from jwt import encode

LIFETIME = timedelta(hours=1)


def create_token(user_id: int, secret: str) -> str:
    expires = datetime.now(timezone.utc) + LIFETIME
    payload = {"user_id": user_id, "exp": expires}
    return encode(payload, secret, algorithm="HS256")
