from datetime import datetime, timedelta, timezone

from jwt import encode

IST = timezone(timedelta(hours=5, minutes=30), "IST")


def create_token(user_id, secret):
    issued_at = datetime.now(IST)
    payload = {"user_id": user_id, "exp": issued_at + timedelta(minutes=30)}
    return encode(payload, secret, algorithm="HS256")
