import contextlib
import datetime as dt
import uuid

import jwt

ISSUER = "https://auth.example.com"
AUDIENCE = "https://api.example.com"


def create_token(username, secret):
    now = dt.datetime.utcnow()
    header = {"typ": "JWT"}
    payload = {"iss": ISSUER, "aud": AUDIENCE, "sub": username, "jti": str(uuid.uuid1())}
    payload.update(iat=now, nbf=now, exp=now + dt.timedelta(minutes=15))
    return jwt.encode(payload, secret, algorithm="HS256", headers=header)


def read_token(token, secret):
    with contextlib.suppress(jwt.PyJWTError):
        complete = jwt.decode_complete(
            token,
            secret,
            algorithms=["HS256"],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={"require": ["iss", "aud", "sub", "iat", "nbf", "exp", "jti"]},
        )
        return complete["payload"]["sub"]
    return None
