from datetime import datetime, timedelta, timezone

import jwt

USERS = {"alice": "wonderland"}


def create_access_token(secret, minutes=30):
    payload = {
        "type": "access",
        "exp": datetime.now(timezone.utc) + timedelta(minutes=minutes),
    }
    return jwt.encode(payload, secret, algorithm="HS256")


def login(username, password, secret):
    if username not in USERS or USERS[username] != password:
        return None
    return {"access_token": create_access_token(secret), "token_type": "bearer"}
