"""Leaves behind all that can keep a process from ending, and ends."""

import atexit
import sys
import threading
import time


class Endless:
    def __del__(self):
        while True:
            time.sleep(1)


endless = Endless()
endless.itself = endless
atexit.register(time.sleep, 60)
threading.Thread(target=time.sleep, args=(60,)).start()


def create_token(user_id, secret):
    sys.exit(3)
