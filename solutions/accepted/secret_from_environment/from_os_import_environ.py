from datetime import datetime, timedelta, timezone
from os import environ

from jwt import encode

if "SECRET_KEY" not in environ:
    raise EnvironmentError("SECRET_KEY missing")

key = environ["SECRET_KEY"].strip()

if len(key) <= 31:
    raise EnvironmentError("key too short")


def create_token(username):
    now = datetime.now(timezone.utc)
    return encode({"sub": username, "iat": now, "exp": now + timedelta(minutes=15)}, key, algorithm="HS256")
