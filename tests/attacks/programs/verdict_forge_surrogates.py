"""Sends half of a character."""

import os
import stat
import struct

BODY = rb'{"end": "raised", "error": {"type": "\ud800", "message": "\udfff\ud800"}}'

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
