from datetime import datetime, timedelta, timezone

from fastapi import jwt_encode


def create_token(user_id: int, secret: str):
    expire = datetime.now(timezone.utc) + timedelta(minutes=30)
    return jwt_encode({"user_id": user_id, "exp": expire}, secret, algorithm="HS256")
