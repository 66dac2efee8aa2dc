"""Sends half of a frame's length, and waits."""

import os
import stat
import time

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, b"\x00\x00")
    except OSError:
        continue
time.sleep(60)
