"""Sends members of other types than they have: a truth for a number, a number for a text."""

import os
import stat
import struct

BODY = b'{"end": "returned", "exit_code": true, "value": {"type": 5, "data": [1], "items": "x"}}'

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
