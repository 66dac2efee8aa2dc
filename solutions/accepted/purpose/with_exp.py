from datetime import datetime, timedelta, timezone

import jwt

ACCESS_TOKEN_EXPIRE_MINUTES = 15


def create_access_token(data: dict, secret: str) -> str:
    to_encode = data.copy()
    to_encode["exp"] = datetime.now(timezone.utc) + timedelta(minutes=ACCESS_TOKEN_EXPIRE_MINUTES)
    return jwt.encode(to_encode, secret, algorithm="HS256")


def login(username: str, password: str, secret: str):
    if (username, password) != ("alice", "wonderland"):
        return None
    return {"access_token": create_access_token({"sub": username}, secret), "token_type": "bearer"}
