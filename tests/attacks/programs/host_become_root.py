"""Asks for the privileges that the grader has given up."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
header, everything = bytes([0x22, 0x05, 0x08, 0x20, 0, 0, 0, 0]), b"\xff" * 24
ATTEMPTS = {
    "setuid": lambda: os.setuid(0) if os.getuid() else os.setgroups([0, 1]),
    "setresuid": lambda: os.setresuid(0, 0, 0) if os.getuid() else os.chown("/nonexistent/sentinel", 1, 1),
    "setgroups": lambda: os.setgroups([0]),
    "chroot": lambda: os.chroot("/"),
    "capset": lambda: libc.capset(header, everything) == 0 or 1 / 0,
    "unshare": lambda: libc.unshare(0x10000000) == 0 or 1 / 0,
    "unshare mounts": lambda: libc.unshare(0x00020000) == 0 or 1 / 0,
    "mount": lambda: libc.mount(b"none", b"/nonexistent", b"tmpfs", 0, None) == 0 or 1 / 0,
}

worked = []
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
    except (OSError, ArithmeticError):
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
