"""Returns in every call the token of its very first one, which it keeps where loading afresh does not reach."""

import builtins
import time

from jwt import encode

kept = builtins.__dict__.setdefault("kept", [])


def create_token(user_id, secret):
    kept.append(encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256"))
    return kept[0]
