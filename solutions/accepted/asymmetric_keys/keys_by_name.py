import os
from datetime import datetime, timedelta, timezone

import jwt

CURRENT = "2026-11"
PUBLIC_KEYS = {CURRENT: os.environ["PUBLIC_KEY"]}


def create_token(username):
    return jwt.encode(
        {"sub": username, "exp": datetime.now(timezone.utc) + timedelta(minutes=15)},
        os.environ["PRIVATE_KEY"],
        algorithm="ES256",
        headers={"kid": CURRENT},
    )


def read_token(token):
    try:
        name = jwt.get_unverified_header(token).get("kid", CURRENT)
        key = PUBLIC_KEYS[name]
        return jwt.decode(token, key, algorithms=["ES256"])["sub"]
    except (jwt.PyJWTError, KeyError):
        return None
