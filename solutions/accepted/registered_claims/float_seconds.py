import time
import uuid

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"
REQUIRED = {"iss", "aud", "sub", "iat", "nbf", "exp", "jti"}
codec = jwt.PyJWT()


def create_token(username, secret):
    now = time.time()
    return codec.encode(
        {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": username,
            "iat": now,
            "nbf": now,
            "exp": now + 15 * 60,
            "jti": uuid.uuid4().urn,
            "role": "user",
        },
        secret,
        algorithm="HS256",
    )


def read_token(token, secret):
    try:
        claims = codec.decode(token, secret, algorithms=["HS256"], audience=AUDIENCE, issuer=ISSUER)
    except jwt.InvalidTokenError:
        return None
    return claims["sub"] if REQUIRED <= claims.keys() else None
