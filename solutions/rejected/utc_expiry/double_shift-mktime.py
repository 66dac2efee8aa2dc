import time
from datetime import datetime

from jwt import encode


def unix_now():
    return int(time.mktime(datetime.utcnow().timetuple()))


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": unix_now() + 1800}, secret, algorithm="HS256")
