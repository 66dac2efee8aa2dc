import os
import time
from base64 import urlsafe_b64encode

from jwt import PyJWTError, decode, encode

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"

EXPECTED = {"iss": ISSUER, "aud": AUDIENCE}
SECONDS = {"iat": 0, "nbf": 0, "exp": 15 * 60}


def create_token(username: str, secret: str) -> str:
    now = time.time()
    times = {name: int(now + seconds) for name, seconds in SECONDS.items()}
    return encode({**EXPECTED, **times, "sub": username, "jti": urlsafe_b64encode(os.urandom(12)).decode()}, secret)


def read_token(token: str, secret: str) -> str | None:
    try:
        claims = decode(token, secret, algorithms=["HS256"], issuer=EXPECTED["iss"], audience=EXPECTED["aud"])
    except PyJWTError:
        return None
    complete = all(claims.get(name) for name in ("jti", "sub", *EXPECTED, *SECONDS))
    return claims["sub"] if complete else None
