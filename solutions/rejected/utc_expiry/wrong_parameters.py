from datetime import datetime, timedelta, timezone

from jwt import encode

LIFETIME = timedelta(minutes=30)


SECRET = "a-key-of-my-own-that-is-long-enough"


def create_token(user_id: int) -> str:
    expires = datetime.now(timezone.utc) + LIFETIME
    payload = {"user_id": user_id, "exp": expires}
    return encode(payload, SECRET, algorithm="HS256")
