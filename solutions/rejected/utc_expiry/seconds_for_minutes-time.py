import time

import jwt

EXPIRE_MINUTES = 30


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": int(time.time()) + EXPIRE_MINUTES}
    return jwt.encode(payload, secret, algorithm="HS256")
