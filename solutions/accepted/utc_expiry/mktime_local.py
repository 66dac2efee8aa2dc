import time
from datetime import datetime

import jwt


def create_token(user_id, secret):
    now = time.mktime(datetime.now().timetuple())
    return jwt.encode({"user_id": user_id, "exp": int(now) + 30 * 60}, secret, algorithm="HS256")
