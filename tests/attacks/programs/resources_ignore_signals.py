"""Ignores every signal that can be ignored, blocks all, and waits."""

import signal
import threading

for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def create_token(user_id, secret):
    threading.Event().wait()
