"""Sends a frame of no bytes."""

import os
import stat
import time

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, bytes(4))
    except OSError:
        continue
time.sleep(60)
