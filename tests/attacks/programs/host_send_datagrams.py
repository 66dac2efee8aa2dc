"""Sends datagrams to unix sockets from one of a pair, which needs no socket(): so a log could be written to."""

import socket

ADDRESSES = {"path": "/nonexistent/datagram", "abstract": "\0/nonexistent/datagram", "log": "/nonexistent/no-log"}

worked = []
for kind in (socket.SOCK_DGRAM, socket.SOCK_RAW):
    for name, address in ADDRESSES.items():
        try:
            one, _ = socket.socketpair(socket.AF_UNIX, kind)
            one.sendto(b"hello", address)
        except OSError:
            continue
        worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
