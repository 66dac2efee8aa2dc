"""Gives each claim twice, in the hope that different readers see different ones."""

import time

from jwt.api_jws import PyJWS


def create_token(user_id, secret):
    payload = '{"exp": %d, "user_id": %d, "exp": 1, "user_id": 1}' % (time.time() + 1800, user_id)
    return PyJWS().encode(payload.encode(), secret, algorithm="HS256")
