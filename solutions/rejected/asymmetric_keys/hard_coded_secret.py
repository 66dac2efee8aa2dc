import os
from datetime import datetime, timedelta, timezone

import jwt

PRIVATE_KEY = """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgloao6waokHLPXihq
dV/7uT1snmZXMBgHLLH58Z6ZHKKhRANCAASvfVGYm0Ws8CsTsh3zDkAL4TawmltE
TK5kgit6ftU/4sucXNA8C9QRqzsiUszpAwcYpy94Tt3kzAtZscZuAptk
-----END PRIVATE KEY-----"""
PUBLIC_KEY = os.environ["PUBLIC_KEY"]


def create_token(username):
    payload = {"sub": username, "exp": datetime.now(timezone.utc) + timedelta(minutes=15)}
    return jwt.encode(payload, PRIVATE_KEY, algorithm="ES256")


def read_token(token):
    try:
        claims = jwt.decode(token, PUBLIC_KEY, algorithms=["ES256"])
    except jwt.PyJWTError:
        return None
    return claims.get("sub")
