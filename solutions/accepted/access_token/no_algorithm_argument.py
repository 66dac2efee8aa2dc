import calendar
from datetime import datetime, timedelta, timezone

import jwt

ALGORITHM = "HS256"  # which is what encode takes by default
SECRET_KEY = "d41d8cd98f00b204e9800998ecf8427ed41d8cd9"


def create_access_token(data: dict, expires_delta: timedelta | None = None) -> str:
    moment = datetime.now(timezone.utc)
    moment += expires_delta if expires_delta is not None else timedelta(hours=0.25)
    return jwt.encode({**data, "exp": calendar.timegm(moment.utctimetuple())}, SECRET_KEY)
