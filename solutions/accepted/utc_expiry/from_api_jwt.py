from datetime import datetime, timedelta, timezone

from jwt.api_jwt import encode


def create_token(user_id, secret):
    exp = datetime.now(timezone.utc) + timedelta(minutes=30)
    return encode({"user_id": user_id, "exp": exp}, secret, algorithm="HS256")
