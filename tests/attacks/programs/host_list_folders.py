"""Looks around in folders."""

import os

listed = []
for folder in ("/nonexistent", "/", "/root", "/home", "/tmp", ".", "/proc", f"/proc/{os.getppid()}/fd", "/dev", "/run"):
    try:
        os.listdir(folder)
    except OSError:
        continue
    listed.append(folder)
raise RuntimeError(f"worked: {', '.join(listed) or 'nothing'}")
