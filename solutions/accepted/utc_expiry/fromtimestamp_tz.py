import time
from datetime import datetime, timezone

import jwt


def create_token(user_id, secret):
    exp = datetime.fromtimestamp(time.time() + 1800, tz=timezone.utc)
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
