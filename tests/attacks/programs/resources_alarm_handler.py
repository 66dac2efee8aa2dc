"""Is interrupted by its own timer again and again, in the middle of the harness."""

import signal

hits = []


def handler(number, frame):
    hits.append(number)
    raise KeyboardInterrupt


def create_token(user_id, secret):
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
