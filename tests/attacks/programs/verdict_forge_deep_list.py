"""Sends nothing but opening brackets, half a million."""

import os
import socket
import stat
import struct
import time

BODY = b"[" * 500_000

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            socket.socket(fileno=descriptor).sendall(struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
time.sleep(60)
