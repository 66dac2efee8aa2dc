import time

import jwt

NANOSECONDS = 10**9


def create_token(user_id, secret):
    now = time.time_ns() // NANOSECONDS
    payload = {"user_id": user_id, "exp": now + 30 * 60}
    return jwt.encode(payload, secret, algorithm="HS256")
