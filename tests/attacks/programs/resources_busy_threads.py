"""Has its main thread wait for a processor behind its own other threads, so that its time hardly passes."""

import hashlib
import threading


def work():
    while True:
        hashlib.pbkdf2_hmac("sha256", b"x", b"y", 100_000)


for _ in range(3):
    threading.Thread(target=work, daemon=True).start()
work()
