import math
import secrets
import time

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"
CLAIMS = ("iss", "aud", "sub", "iat", "nbf", "exp", "jti")


def create_token(username, secret):
    # Whole seconds, as the standard has them.
    now = round(time.time())
    values = (ISSUER, AUDIENCE, username, now, now, math.floor(time.time()) + 900, secrets.token_urlsafe(16))
    return jwt.encode(dict(zip(CLAIMS, values)), secret, "HS256")


def read_token(token, secret):
    try:
        claims = jwt.decode(token, secret, ["HS256"], {"require": list(CLAIMS)}, audience=AUDIENCE, issuer=ISSUER)
    except jwt.exceptions.PyJWTError as error:
        print("refused:", error)
        return None
    else:
        return claims.get("sub")
