import time
from email.utils import formatdate, parsedate_to_datetime

import jwt


def create_token(user_id, secret):
    expires = parsedate_to_datetime(formatdate(time.time() + 30 * 60))
    return jwt.encode({"user_id": user_id, "exp": expires}, secret, algorithm="HS256")
