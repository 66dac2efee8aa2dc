from datetime import datetime, timedelta, timezone

from jwt import encode

DATE_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def expiry():
    moment = datetime.now(timezone.utc) + timedelta(minutes=30)
    return moment.strftime(DATE_FORMAT)


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": expiry()}, secret, algorithm="HS256")
