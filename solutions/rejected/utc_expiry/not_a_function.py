import time

from jwt import encode

MINUTES = 30


def create_token(user_id: int, secret: str) -> str:
    expires = time.time() + MINUTES(60)
    payload = {"user_id": user_id, "exp": expires}
    return encode(payload, secret, algorithm="HS256")
