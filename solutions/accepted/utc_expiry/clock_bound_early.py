from datetime import datetime, timedelta, timezone
from functools import partial

import jwt

utc_now = partial(datetime.now, timezone.utc)


def create_token(user_id, secret, clock=utc_now):
    return jwt.encode({"user_id": user_id, "exp": clock() + timedelta(minutes=30)}, secret, algorithm="HS256")
