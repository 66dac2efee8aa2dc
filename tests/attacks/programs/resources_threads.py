"""Starts threads by the thousand."""

import threading

started, release = 0, threading.Event()
try:
    while started < 5_000:
        threading.Thread(target=release.wait, daemon=True).start()
        started += 1
except (RuntimeError, MemoryError):
    pass
raise RuntimeError(f"worked: {'nothing' if started < 1_000 else started}")
