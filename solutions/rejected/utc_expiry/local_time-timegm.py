import calendar
from datetime import datetime, timedelta

import jwt


def create_token(user_id, secret):
    expire = datetime.now() + timedelta(minutes=30)
    exp = calendar.timegm(expire.timetuple())
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
