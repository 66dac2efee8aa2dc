"""Stops itself, so that it neither ends nor goes on."""

import os
import signal


def create_token(user_id, secret):
    try:
        os.kill(os.getpid(), signal.SIGSTOP)
    except OSError:
        raise RuntimeError("worked: nothing") from None
