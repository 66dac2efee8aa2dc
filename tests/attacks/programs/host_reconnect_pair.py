"""Connects, binds and listens with sockets that it has already: one of a pair, and the connection to the grader."""

import os
import socket
import stat

one, _ = socket.socketpair()
sockets = [one]
for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode) and descriptor != one.fileno():
            sockets.append(socket.socket(fileno=os.dup(descriptor)))
    except OSError:
        continue
worked = []
for each in sockets:
    for name, attempt in {
        "connect": lambda: each.connect("/nonexistent/stream"),
        "send": lambda: each.sendto(b"", "/nonexistent/datagram"),
        "bind": lambda: each.bind("\0/nonexistent/attack"),
        "listen": each.listen,
    }.items():
        try:
            attempt()
        except OSError:
            continue
        worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
