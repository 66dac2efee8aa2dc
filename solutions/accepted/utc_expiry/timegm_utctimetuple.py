import calendar
from datetime import datetime, timezone

import jwt


def create_token(user_id, secret):
    now = calendar.timegm(datetime.now(timezone.utc).utctimetuple())
    return jwt.encode({"user_id": user_id, "exp": now + 1800}, secret, algorithm="HS256")
