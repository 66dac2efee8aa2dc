"""Sends a number of half a million digits."""

import os
import socket
import stat
import struct
import time

BODY = b'{"end": "returned", "value": {"type": "int", "data": ' + b"9" * 500_000 + b"}}"

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            socket.socket(fileno=descriptor).sendall(struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
time.sleep(60)
