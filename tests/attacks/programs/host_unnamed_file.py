"""Makes a file without a name on the disk, where nobody would see it grow."""

import os

made = []
for folder in ("/nonexistent", "/tmp", ".", "/dev/shm"):
    try:
        os.close(os.open(folder, os.O_TMPFILE | os.O_RDWR))
    except OSError:
        continue
    made.append(folder)
raise RuntimeError(f"worked: {', '.join(made) or 'nothing'}")
