"""Leaves a thread behind that would go on for ever."""

import threading
import time

from jwt import encode


def create_token(user_id, secret):
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    threading.Thread(target=threading.Event().wait).start()
    return encode({"user_id": user_id, "exp": time.time() + 1800}, secret, algorithm="HS256")
