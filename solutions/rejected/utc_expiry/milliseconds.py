import time

import jwt


def create_token(user_id, secret):
    now = int(time.time() * 1000)
    payload = {"user_id": user_id, "exp": now + 30 * 60 * 1000}
    return jwt.encode(payload, secret, algorithm="HS256")
