import uuid
from datetime import datetime, timedelta, timezone

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"
LIFETIME = timedelta(minutes=15)
seen = set()


class Untrusted(Exception):
    pass


def create_token(username, secret):
    now = datetime.now(timezone.utc)
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": username, "iat": now, "nbf": now, "exp": now + LIFETIME}
    return jwt.encode(claims | {"jti": str(uuid.uuid4())}, secret, algorithm="HS256")


def claims_of(token, secret):
    claims = jwt.decode(
        token,
        secret,
        algorithms=["HS256"],
        issuer=ISSUER,
        audience=AUDIENCE,
        options={"require": ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"]},
    )
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise Untrusted("no user")
    if claims["exp"] - claims["iat"] > LIFETIME.total_seconds():
        raise Untrusted("lives too long")
    if uuid.UUID(claims["jti"]) in seen:
        raise Untrusted("has been here before")
    seen.add(uuid.UUID(claims["jti"]))
    return claims


def read_token(token, secret):
    try:
        return claims_of(token, secret)["sub"]
    except (jwt.PyJWTError, Untrusted, ValueError):
        return None
