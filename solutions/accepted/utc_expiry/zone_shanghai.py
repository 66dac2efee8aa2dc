from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import jwt

TZ = ZoneInfo("Asia/Shanghai")


def create_token(user_id, secret):
    expire = datetime.now(TZ) + timedelta(minutes=30)
    return jwt.encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
