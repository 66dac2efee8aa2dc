from datetime import datetime, timedelta, timezone

import jwt


def create_token(user_id, secret):
    exp = datetime.now(timezone.utc) + timedelta(minutes=30)
    token = jwt.encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
    return token.encode("utf-8")
