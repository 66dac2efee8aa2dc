"""Looks at the source of its own function, as some libraries do."""

import inspect
import time
import traceback

from jwt import encode


def lifetime():
    return 1800


def create_token(user_id, secret):
    assert "1800" in inspect.getsource(lifetime)
    try:
        raise LookupError
    except LookupError:
        traceback.print_exc()
    return encode({"user_id": user_id, "exp": time.time() + lifetime()}, secret, algorithm="HS256")
