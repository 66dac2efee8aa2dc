"""Gives a token with a detached payload (RFC 7797), which is not in it."""

import time

import jwt


def create_token(user_id, secret):
    payload = b'{"user_id": %d, "exp": %d}' % (user_id, time.time() + 1800)
    return jwt.PyJWS().encode(payload, secret, algorithm="HS256", headers={"b64": False}, is_payload_detached=True)
