import datetime

from jwt import encode

MINUTES = 30


def create_token(user_id, secret):
    now = datetime.now(datetime.timezone.utc)
    payload = {"user_id": user_id, "exp": now + datetime.timedelta(minutes=MINUTES)}
    return encode(payload, secret, algorithm="HS256")
