"""Signals its parent, its group, and everybody; with a signal that whoever gets it does not notice."""

import os
import signal

HARMLESS = signal.SIGURG  # permission is asked for in the same way as for SIGKILL
TARGETS = {
    "parent": lambda: os.kill(os.getppid(), HARMLESS),
    "everybody": lambda: os.kill(-1, HARMLESS),
    "parent's group": lambda: os.killpg(os.getpgid(os.getppid()), HARMLESS),
    "first process": lambda: os.kill(1, HARMLESS),
    "thread": lambda: signal.pthread_kill(os.getppid(), HARMLESS),
    "descriptor": lambda: signal.pidfd_send_signal(os.pidfd_open(os.getppid()), HARMLESS),
}

worked = []
for name, attempt in TARGETS.items():
    if name == "thread":
        continue  # a number that is no thread of this process makes the C library crash
    try:
        attempt()
    except (OSError, AttributeError):
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
