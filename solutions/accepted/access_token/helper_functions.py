from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "6d2f1f0e9c8b7a6958473625140312cd"
ALGORITHM = "HS256"


def _lifetime(given):
    return timedelta(minutes=15) if given is None else given


def _expiry(given):
    return datetime.now(timezone.utc) + _lifetime(given)


def _sign(payload):
    return jwt.encode(payload, SECRET_KEY, algorithm=ALGORITHM)


def create_access_token(data, expires_delta=None):
    return _sign(dict(data, exp=_expiry(expires_delta)))
