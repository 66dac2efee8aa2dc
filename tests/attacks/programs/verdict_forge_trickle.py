"""Sends a frame one byte at a time, for ever."""

import os
import stat
import time


def connection():
    for descriptor in range(3, 64):
        try:
            if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
                return descriptor
        except OSError:
            continue


os.write(connection(), b"\x00\x07\xff\xff")
while True:
    os.write(connection(), b" ")
    time.sleep(0.02)
