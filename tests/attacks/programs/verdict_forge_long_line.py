"""Says that an error is in a line whose number has three thousand digits."""

import os
import stat
import struct

BODY = b'{"end": "raised", "error": {"type": "ValueError", "message": "", "line": -' + b"9" * 3_000 + b"}}"


def create_token(user_id, secret):
    for descriptor in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                os.write(descriptor, struct.pack(">I", len(BODY)) + BODY)
        except OSError:
            continue
