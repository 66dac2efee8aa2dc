"""Has two hundred threads wake at the same moment again and again: each waits for the others, and none does anything."""

import threading
import time

PERIOD = 0.02


def nap():
    while True:
        time.sleep(PERIOD - time.monotonic() % PERIOD)


def create_token(user_id, secret):
    threading.stack_size(65_536)
    for _ in range(200):
        threading.Thread(target=nap, daemon=True).start()
    while True:
        time.sleep(1)
