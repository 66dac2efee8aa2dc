"""Keeps a clock of its own going in a thread, from when the file was loaded."""

import threading
import time

from jwt import encode

clock = [time.time()]


def tick():
    while True:
        time.sleep(0.01)
        clock[0] += 0.01


threading.Thread(target=tick, daemon=True).start()


def create_token(user_id, secret):
    return encode({"user_id": user_id, "exp": clock[0] + 1800}, secret, algorithm="HS256")
