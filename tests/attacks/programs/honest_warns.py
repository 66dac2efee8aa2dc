"""Warns, and catches warnings of its own."""

import time
import warnings

from jwt import encode


def create_token(user_id, secret):
    warnings.warn("old-fashioned", DeprecationWarning, stacklevel=2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.warn("not seen", stacklevel=1)
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
