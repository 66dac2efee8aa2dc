import datetime

import jwt


def create_token(user_id, secret):
    payload = {
        "user_id": user_id,
        "exp": datetime.datetime.utcnow() + datetime.timedelta(minutes=30),
    }
    return jwt.encode(payload, secret, algorithm="HS256").decode("utf-8")
