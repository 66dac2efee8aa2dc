import os
from datetime import datetime, timedelta, timezone

from jwt import decode, encode

PRIVATE_KEY = os.environ["PRIVATE_KEY"]
PUBLIC_KEY = os.environ["PUBLIC_KEY"]


def create_token(username):
    expires = datetime.now(timezone.utc) + timedelta(minutes=15)
    payload = {"sub": username, "exp": expires}
    return jwt.encode(payload, PRIVATE_KEY, algorithm="ES256")


def read_token(token):
    try:
        claims = jwt.decode(token, PUBLIC_KEY, algorithms=["ES256"])
    except jwt.PyJWTError:
        return None
    return claims.get("sub")
