import uuid
from datetime import datetime, timedelta, timezone

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"
ALGORITHM = "HS256"
LIFETIME = timedelta(minutes=15)
REQUIRED = ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"]


def create_token(username: str, secret: str) -> str:
    now = datetime.now
    payload = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": username,
        "iat": now,
        "nbf": now,
        "exp": now + LIFETIME,
        "jti": str(uuid.uuid4()),
    }
    return jwt.encode(payload, secret, algorithm=ALGORITHM)


def read_token(token: str, secret: str) -> str | None:
    try:
        claims = jwt.decode(
            token,
            secret,
            algorithms=[ALGORITHM],
            issuer=ISSUER,
            audience=AUDIENCE,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError:
        return None
    return claims["sub"]
