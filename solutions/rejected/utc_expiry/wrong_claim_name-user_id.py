from datetime import datetime, timedelta, timezone

import jwt


def create_token(userId, secret):
    exp = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt.encode({"userId": userId, "exp": exp}, secret, algorithm="HS256")
