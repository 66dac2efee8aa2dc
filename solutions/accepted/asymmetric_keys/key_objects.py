import os
from datetime import datetime, timedelta, timezone

import jwt
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

private_key = load_pem_private_key(os.environ["PRIVATE_KEY"].encode(), password=None)
public_key = load_pem_public_key(os.environ["PUBLIC_KEY"].encode())


def create_token(username):
    expires = datetime.now(timezone.utc) + timedelta(minutes=15)
    return jwt.encode({"sub": username, "exp": expires}, private_key, algorithm="ES256", headers={"kid": "2026-1"})


def read_token(token):
    try:
        claims = jwt.decode(token, public_key, algorithms=["ES256"], options={"require": ["sub", "exp"]})
    except Exception:
        return None
    return claims["sub"]
