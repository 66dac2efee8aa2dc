"""Fills every reply with as many values as a frame holds."""

import os
import socket
import stat
import struct
import time

BODY = b'{"end": "returned", "arguments": [' + b",".join([b'{"type": ""}'] * 39_000) + b"]}"

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            connection = socket.socket(fileno=descriptor)
            for _ in range(6):
                connection.sendall(struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
time.sleep(60)
