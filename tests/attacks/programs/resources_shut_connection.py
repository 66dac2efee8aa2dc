"""Says that it will neither send nor receive any more."""

import os
import socket
import stat
import time

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            socket.socket(fileno=descriptor).shutdown(socket.SHUT_RDWR)
    except OSError:
        continue
time.sleep(60)
