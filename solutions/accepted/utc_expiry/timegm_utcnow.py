from calendar import timegm
from datetime import datetime, timedelta

from jwt import encode


def create_token(user_id, secret):
    expire = datetime.utcnow() + timedelta(minutes=30)
    payload = {
        "user_id": user_id,
        "exp": timegm(expire.timetuple()),
    }
    return encode(payload, secret, algorithm="HS256")
