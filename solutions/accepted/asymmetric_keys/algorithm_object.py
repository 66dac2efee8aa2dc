import os
from datetime import datetime, timedelta, timezone

import jwt
from jwt.algorithms import get_default_algorithms

ES256 = get_default_algorithms()["ES256"]
codec = jwt.PyJWT(options={"require": ["exp", "sub"]})


def private_key():
    return ES256.prepare_key(os.environ["PRIVATE_KEY"])


def public_key():
    return ES256.prepare_key(os.environ["PUBLIC_KEY"])


def create_token(username):
    expires = datetime.now(tz=timezone.utc).replace(microsecond=0) + timedelta(minutes=15)
    return codec.encode(payload=dict(sub=username, exp=expires), key=private_key(), algorithm="ES256")


def read_token(token):
    try:
        claims = codec.decode(jwt=token, key=public_key(), algorithms=("ES256",), leeway=10)
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    return claims["sub"]
