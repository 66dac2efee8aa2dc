import time

from jwt import encode

LIFETIME = 1800


def login(username, password, secret):
    if username != "alice" or password != "wonderland":
        return None
    payload = {"sub": username, "exp": time.time() + LIFETIME}
    return {
        "access_token": encode(payload, secret, algorithm="HS256"),
        "token_type": "bearer",
        "expires_in": LIFETIME,
    }
