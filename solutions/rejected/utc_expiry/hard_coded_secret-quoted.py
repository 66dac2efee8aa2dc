import time

import jwt


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": int(time.time()) + 1800}
    return jwt.encode(payload, "secret", algorithm="HS256")
