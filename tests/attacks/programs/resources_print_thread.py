"""Prints for ever from a thread, while it waits."""

import threading
import time


def flood():
    while True:
        print("x" * 1_000, flush=True)


def create_token(user_id, secret):
    threading.Thread(target=flood, daemon=True).start()
    time.sleep(60)
