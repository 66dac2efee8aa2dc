import time

import jwt


def create_token(user_id, secret):
    headers = {"exp": int(time.time()) + 1800}
    return jwt.encode({"user_id": user_id}, secret, algorithm="HS256", headers=headers)
