"""Makes a warning of its own an error when it is loaded, and relies on that when it is called."""

import time
import warnings

from jwt import encode


class Weak(UserWarning):
    pass


warnings.simplefilter("error", Weak)


def checked(secret):
    if len(secret) < 1_000:
        warnings.warn("a short secret", Weak, stacklevel=1)
    return "not reached"


def create_token(user_id, secret):
    try:
        lifetime = len(checked(secret))
    except Weak:
        lifetime = 1800
    return encode({"user_id": user_id, "exp": time.time() + lifetime}, secret, algorithm="HS256")
