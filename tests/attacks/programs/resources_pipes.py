"""Fills pipes and sockets, whose content is the kernel's memory."""

import socket

full = 0
try:
    while full < 10_000:
        pair = socket.socketpair()
        pair[0].setblocking(False)
        pair[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
        pair[0].detach(), pair[1].detach()
        full += 1
except OSError:
    pass
raise RuntimeError(f"worked: {'nothing' if full < 100 else full}")
