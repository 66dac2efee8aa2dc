import os
from datetime import datetime, timedelta, timezone

import jwt

PRIVATE_KEY = os.getenv("PRIVATE_KEY", "").encode()
PUBLIC_KEY = os.getenv("PUBLIC_KEY", "").encode()
# Nothing with a shared secret in it.
ALGORITHMS = ["ES256", "ES384", "RS256"]


def create_token(username):
    expires = int((datetime.now(timezone.utc) + timedelta(minutes=15)).timestamp())
    return jwt.encode({"sub": username, "exp": expires}, PRIVATE_KEY, algorithm=ALGORITHMS[0])


def read_token(token):
    claims = None
    try:
        claims = jwt.decode(token, PUBLIC_KEY, algorithms=ALGORITHMS)
    except jwt.ExpiredSignatureError:
        print("expired")
    except jwt.PyJWTError as error:
        print("refused", error)
    return claims and claims["sub"]
