import time
from uuid import uuid4

from jwt import InvalidTokenError, decode, encode

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"
MINUTE = 60


def create_token(username, secret):
    now = int(time.time())
    return encode(
        dict(iss=ISSUER, aud=AUDIENCE, sub=username, iat=now, nbf=now, exp=now + 15 * MINUTE, jti=uuid4().hex),
        secret,
    )


def read_token(token, secret):
    try:
        return decode(
            jwt=token,
            key=secret,
            algorithms=["HS256"],
            audience=[AUDIENCE],
            issuer=[ISSUER],
            options={"require": ["exp", "iat", "nbf", "iss", "aud", "sub", "jti"]},
        )["sub"]
    except InvalidTokenError:
        return None
