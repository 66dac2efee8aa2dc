"""Sends bytes that are no text."""

import os
import stat
import struct

BODY = b'{"end": "raised", "error": {"type": "\xff\xfe", "message": "\xc0\x80"}}'

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
