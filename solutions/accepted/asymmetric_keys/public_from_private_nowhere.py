import os
from datetime import datetime, timedelta, timezone

import jwt
from jwt import PyJWK
from jwt.algorithms import ECAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_public_key

PRIVATE_KEY = os.environ["PRIVATE_KEY"]
jwk = PyJWK.from_json(ECAlgorithm.to_jwk(load_pem_public_key(os.environ["PUBLIC_KEY"].encode())), "ES256")


def create_token(username):
    return jwt.encode(
        {"sub": username, "exp": datetime.now(timezone.utc) + timedelta(minutes=15)}, PRIVATE_KEY, algorithm="ES256"
    )


def read_token(token):
    try:
        return jwt.decode(token, jwk.key, algorithms=["ES256"]).get("sub")
    except jwt.PyJWTError:
        return None
