"""Holds the import lock for ever, from a thread."""

import _imp
import threading


def hold():
    _imp.acquire_lock()
    threading.Event().wait()


threading.Thread(target=hold, daemon=True).start()
threading.Event().wait(0.1)


def create_token(user_id, secret):

    threading.Event().wait()
