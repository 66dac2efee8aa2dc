"""Goes back in what it has printed, and cuts it off, so that it was never there."""

import os

print("nothing to see")
for attempt in (lambda: os.ftruncate(1, 0), lambda: os.lseek(1, 0, os.SEEK_SET)):
    try:
        attempt()
    except OSError:
        continue
print("x" * 100)
os.lseek(1, 0, os.SEEK_SET)
