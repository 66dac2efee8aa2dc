import time

from jwt import encode

LIFETIME = "1800"


def create_token(user_id: int, secret: str) -> str:
    expires = int(time.time()) + LIFETIME
    payload = {"user_id": user_id, "exp": expires}
    return encode(payload, secret, algorithm="HS256")
