"""Silences what it calls."""

import contextlib
import io
import os
import time

from jwt import encode


def create_token(user_id, secret):
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        print("not seen")
    with contextlib.redirect_stdout(io.StringIO()) as kept, contextlib.redirect_stderr(io.StringIO()):
        print(1800)
    lifetime = int(kept.getvalue())
    return encode({"user_id": user_id, "exp": time.time() + lifetime}, secret, algorithm="HS256")
