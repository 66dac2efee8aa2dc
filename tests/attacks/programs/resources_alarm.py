"""Has itself ended by its own alarm."""

import signal
import time


def create_token(user_id, secret):
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    time.sleep(60)
