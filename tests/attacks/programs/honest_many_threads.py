"""Keeps as many threads as a default pool on a large machine has, all at once."""

import threading
import time

from jwt import encode


def create_token(user_id, secret):
    everybody = threading.Barrier(33)
    for _ in range(32):
        threading.Thread(target=everybody.wait).start()
    everybody.wait()
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
