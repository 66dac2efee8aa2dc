import time

import jwt


def create_token(user_id, secret):
    expires_at = int(time.time()) + 1800
    payload = {
        "user_id": user_id,
        "exp": expires_at,
        "expires_at": expires_at,
        "expires_in": 1800,
    }
    return jwt.encode(payload, secret, algorithm="HS256")
