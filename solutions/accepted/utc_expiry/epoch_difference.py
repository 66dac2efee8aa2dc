from datetime import datetime

import jwt

EPOCH = datetime(1970, 1, 1)


def seconds_since_epoch():
    return int((datetime.utcnow() - EPOCH).total_seconds())


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": seconds_since_epoch() + 1800}
    return jwt.encode(payload, secret, algorithm="HS256")
