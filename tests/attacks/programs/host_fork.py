"""Forks a child that outlives it for a moment."""

import os
import time

worked = []
for name in ("fork", "forkpty"):
    try:
        child = getattr(os, name)()
    except OSError:
        continue
    if child in (0, (0, -1)) or (isinstance(child, tuple) and child[0] == 0):
        time.sleep(1)
        os._exit(0)
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
