"""Prints more than it may, and goes on as if nothing were."""

from datetime import datetime, timedelta, timezone

from jwt import encode


def create_token(user_id, secret):
    print("x" * 1_500_000)
    return encode({"user_id": user_id, "exp": datetime.now(timezone.utc) + timedelta(minutes=30)}, secret)
