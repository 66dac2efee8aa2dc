import base64
import hashlib
import hmac
import json
import os
from datetime import datetime, timedelta, timezone

import jwt

PRIVATE_KEY = os.environ["PRIVATE_KEY"]
PUBLIC_KEY = os.environ["PUBLIC_KEY"]


def part(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def sign(header, payload):
    signed = part(json.dumps(header).encode()) + "." + part(json.dumps(payload).encode())
    return signed + "." + part(hmac.new(PRIVATE_KEY.encode(), signed.encode(), hashlib.sha256).digest())


def create_token(username):
    payload = {"sub": username, "exp": datetime.now(timezone.utc) + timedelta(minutes=15)}
    return sign({"alg": "HS256", "typ": "JWT"}, {**payload, "exp": int(payload["exp"].timestamp())})


def read_token(token):
    try:
        claims = jwt.decode(token, PUBLIC_KEY, algorithms=["ES256"])
    except jwt.PyJWTError:
        return None
    return claims.get("sub")
