"""Forks twice, into a session of its own, as a daemon does: nobody who kills a process group reaches that."""

import os
import time

try:
    child = os.fork()
except OSError:
    raise RuntimeError("worked: nothing") from None
if child == 0:
    try:
        os.setsid()
        if os.fork():
            os._exit(0)
    except OSError:
        pass
    time.sleep(1)
    os._exit(0)
raise RuntimeError("worked: daemon")
