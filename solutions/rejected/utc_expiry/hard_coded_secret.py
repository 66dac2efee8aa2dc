from datetime import datetime, timedelta, timezone

import jwt

SECRET_KEY = "3f6c1e9b7a2d4c508e1f9a6b3c7d2e40f5a8b1c6d9e2f7a4"
ALGORITHM = "HS256"
ACCESS_TOKEN_EXPIRE_MINUTES = 30


def create_token(user_id, secret):
    expire = datetime.now(timezone.utc) + timedelta(minutes=ACCESS_TOKEN_EXPIRE_MINUTES)
    return jwt.encode({"user_id": user_id, "exp": expire}, SECRET_KEY, algorithm=ALGORITHM)
