import os
from datetime import datetime, timedelta, timezone

import jwt

ALGORITHM = "ES256"


def create_token(username):
    now = datetime.now(timezone.utc)
    return jwt.encode(
        {"sub": username, "iat": now, "exp": now + timedelta(minutes=15)},
        os.environ["PRIVATE_KEY"],
        algorithm=ALGORITHM,
    )


def read_token(token):
    try:
        if jwt.get_unverified_header(token).get("alg") != ALGORITHM:
            return None
        return jwt.decode(token, os.environ["PUBLIC_KEY"], algorithms=[ALGORITHM])["sub"]
    except (jwt.PyJWTError, KeyError):
        return None
