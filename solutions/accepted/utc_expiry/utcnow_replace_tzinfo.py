from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    now = datetime.utcnow().replace(tzinfo=timezone.utc)
    exp = (now + timedelta(minutes=30)).timestamp()
    return jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
