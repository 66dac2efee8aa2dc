from datetime import datetime
from zoneinfo import ZoneInfo

import jwt

WARSAW = ZoneInfo("Europe/Warsaw")


def create_token(user_id, secret):
    now = datetime.now(WARSAW)
    payload = {"user_id": user_id, "exp": int(now.timestamp()) + 30 * 60}
    return jwt.encode(payload, secret, algorithm="HS256")
