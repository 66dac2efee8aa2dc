import uuid
from datetime import datetime, timedelta, timezone

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"


def create_token(username, secret):
    now = datetime.now(timezone.utc)
    payload = {"sub": username, "exp": now + timedelta(minutes=15)}
    payload["iss"] = ISSUER
    payload["aud"] = AUDIENCE
    payload["iat"] = now
    payload["nbf"] = now
    payload["jti"] = str(uuid.uuid4())
    return jwt.encode(payload, secret, algorithm="HS256")


def read_token(token, secret):
    try:
        claims = jwt.decode(
            token, secret, algorithms=["HS256"], issuer=ISSUER,
            options={"verify_aud": False, "require": ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"]},
        )
    except jwt.PyJWTError:
        return None
    if not any(each.startswith(AUDIENCE) for each in ([claims["aud"]] if isinstance(claims["aud"], str) else claims["aud"])):
        return None
    return claims["sub"]
