import time

import jwt

TTL = 30 * 60


def create_token(user_id, secret):
    now = int(time.time())
    return jwt.encode({"user_id": user_id, "iat": now, "expiry": now + TTL}, secret, algorithm="HS256")
