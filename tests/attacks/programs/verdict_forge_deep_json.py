"""Sends JSON that is nested a hundred thousand deep."""

import os
import socket
import stat
import struct
import time

BODY = b'{"end": "returned", "value": ' + b'{"type": "x", "items": [' * 10_000 + b"]}" * 10_000 + b"}"

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            socket.socket(fileno=descriptor).sendall(struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
time.sleep(60)
