"""Reads what is none of its business: accounts, keys, other processes' environment, the bait."""

import glob
import os

PATHS = [
    "/nonexistent/sentinel",
    "/etc/passwd",
    "/etc/shadow",
    "/etc/hostname",
    "/proc/self/environ",
    "/proc/self/maps",
    "/proc/self/mem",
    f"/proc/{os.getppid()}/environ",
    f"/proc/{os.getppid()}/cmdline",
    f"/proc/{os.getppid()}/mem",
    "/proc/1/environ",
    "/sys/kernel/notes",
    os.path.expanduser("~root/.ssh/id_rsa"),
    os.path.expanduser("~root/.bash_history"),
    "/var/run/secrets/kubernetes.io/serviceaccount/token",
    *glob.glob("/home/*/.bash_history"),
]

read = []
for path in PATHS:
    try:
        os.close(os.open(path, os.O_RDONLY))
    except OSError:
        continue
    read.append(path)
raise RuntimeError(f"worked: {', '.join(read) or 'nothing'}")
