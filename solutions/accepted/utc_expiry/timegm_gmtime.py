import calendar
import time

import jwt


def create_token(user_id, secret):
    seconds = calendar.timegm(time.gmtime())
    return jwt.encode({"user_id": user_id, "exp": seconds + 1800}, secret, algorithm="HS256")
