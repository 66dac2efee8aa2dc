"""Changes the bait's mode, dates, owner and attributes, none of which is writing."""

import os

BAIT = "/nonexistent/sentinel"
ATTEMPTS = {
    "chmod": lambda: os.chmod(BAIT, 0o777),
    "fchmod": lambda: os.fchmod(os.open(BAIT, os.O_PATH), 0o777),
    "utime": lambda: os.utime(BAIT, (1, 1)),
    "chown": lambda: os.chown(BAIT, os.getuid(), os.getgid()),
    "lchown": lambda: os.lchown(BAIT, os.getuid(), os.getgid()),
    "setxattr": lambda: os.setxattr(BAIT, "user.attack", b"1"),
    "folder": lambda: os.utime("/nonexistent", (1, 1)),
    "through /proc": lambda: os.chmod(f"/proc/self/fd/{os.open(BAIT, os.O_PATH)}", 0o777),
}

worked = []
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
