from datetime import timedelta
from email.utils import localtime

import jwt


def create_token(user_id, secret):
    return jwt.encode(
        {"user_id": user_id, "exp": localtime() + timedelta(minutes=30)},
        secret,
        algorithm="HS256",
    )
