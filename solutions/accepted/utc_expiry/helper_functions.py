from datetime import datetime, timedelta, timezone

import jwt


def now():
    return datetime.now(timezone.utc)


def expires_in(minutes):
    return now() + timedelta(minutes=minutes)


def sign(claims, secret):
    return jwt.encode(claims, secret, algorithm="HS256")


def create_token(user_id, secret):
    return sign({"user_id": user_id, "exp": expires_in(30)}, secret)
