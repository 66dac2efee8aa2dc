import calendar
from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    exp_time = datetime.utcnow() + timedelta(minutes=30)
    payload = dict(user_id=user_id, exp_time=calendar.timegm(exp_time.timetuple()))
    return jwt.encode(payload, secret, algorithm="HS256")
