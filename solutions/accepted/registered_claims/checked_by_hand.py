import datetime
import os

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"


def create_token(username, secret):
    now = datetime.datetime.now(datetime.timezone.utc)
    return jwt.encode(
        {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": username,
            "iat": now,
            "nbf": now,
            "exp": now + datetime.timedelta(seconds=900),
            "jti": os.urandom(16).hex(),
        },
        secret,
        algorithm="HS256",
    )


def read_token(token, secret):
    try:
        claims = jwt.decode(token, secret, algorithms=["HS256"], options={"verify_aud": False, "verify_iss": False})
    except jwt.InvalidTokenError:
        return None

    for name in ("iss", "aud", "sub", "iat", "nbf", "exp", "jti"):
        if name not in claims:
            return None

    audiences = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if AUDIENCE not in audiences or claims["iss"] != ISSUER:
        return None
    return claims["sub"]
