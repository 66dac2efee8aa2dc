"""Announces a frame of four gigabytes."""

import os
import stat
import time

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, b"\xff\xff\xff\xff" + b" " * 1000)
    except OSError:
        continue
time.sleep(60)
