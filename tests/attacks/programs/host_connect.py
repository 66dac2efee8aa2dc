"""Connects to the loopback port, to unix sockets with and without a path, and sends a datagram."""

import socket

PORT = 0


def over_unix(address):
    with socket.socket(socket.AF_UNIX) as client:
        client.connect(address)


def over_udp():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"hello", ("127.0.0.1", PORT))


ATTEMPTS = {
    "tcp": lambda: socket.create_connection(("127.0.0.1", PORT), timeout=1).close(),
    "udp": over_udp,
    "path": lambda: over_unix("/nonexistent/stream"),
    "abstract": lambda: over_unix("\0/nonexistent/stream"),
    "raw": lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
    "netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
    "vsock": lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM),
    "crypto": lambda: socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET),
}

worked = []
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
