import itertools
import secrets
from datetime import datetime, timedelta, timezone

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"

# Drawn anew at each start, so that counting from one again does no harm.
start = secrets.token_hex(8)
numbers = itertools.count(1)


def create_token(username, secret):
    now = datetime.now(timezone.utc)
    payload = {
        "jti": f"{start}-{next(numbers)}",
        "iss": ISSUER,
        "sub": username,
        "aud": AUDIENCE,
        "exp": now + timedelta(minutes=15),
        "nbf": now,
        "iat": now,
    }
    return jwt.encode(payload, secret, algorithm="HS256")


def read_token(token, secret):
    required = ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"]
    try:
        claims = jwt.decode(
            token, secret, algorithms=["HS256"], audience=AUDIENCE, issuer=ISSUER, options={"require": required}
        )
    except Exception:
        return None
    return claims["sub"]
