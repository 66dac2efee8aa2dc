"""Starts threads with the smallest stacks that there are."""

import threading

threading.stack_size(32_768)
started, release = 0, threading.Event()
try:
    while started < 5_000:
        threading.Thread(target=release.wait, daemon=True).start()
        started += 1
except (RuntimeError, MemoryError):
    pass
raise RuntimeError(f"worked: {'nothing' if started < 1_000 else started}")
