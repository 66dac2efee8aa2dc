"""Announces more than it sends, and leaves."""

import os
import stat

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, b"\x00\x00\x10\x00" + b'{"end": "returned"')
    except OSError:
        continue
os._exit(0)
