from datetime import datetime, timedelta, timezone

from jwt import decode, encode

LIFETIME = timedelta(minutes=30)


def create_token(user_id: int, secret: str) -> str:
    expires = datetime.now(timezone.utc) + LIFETIME
    payload = {"user_id": user_id, "exp": expires}
    token = encode(payload, secret, algorithm="HS256")
    print(decode(token, secret))
    return token
