import time
from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    utc_now = datetime(*time.gmtime()[:6])
    return jwt.encode({"user_id": user_id, "exp": utc_now + timedelta(minutes=30)}, secret, algorithm="HS256")
