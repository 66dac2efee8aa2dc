"""Renames, links, cuts off and removes the bait."""

import os

BAIT = "/nonexistent/sentinel"
ATTEMPTS = {
    "link": lambda: os.link(BAIT, "/nonexistent/jwt-grader-attack-link"),
    "symlink": lambda: os.symlink("/etc/passwd", "/nonexistent/jwt-grader-attack-symlink"),
    "symlink in /tmp": lambda: os.symlink("/etc/passwd", "/tmp/jwt-grader-attack-symlink"),
    "fifo": lambda: os.mkfifo("/nonexistent/jwt-grader-attack-fifo"),
    "device": lambda: os.mknod("/nonexistent/jwt-grader-attack-device", 0o666),
    "truncate": lambda: os.truncate(BAIT, 0),
    "rename": lambda: os.rename(BAIT, "/nonexistent/jwt-grader-attack-renamed"),
    "unlink": lambda: os.unlink(BAIT),
    "rmdir": lambda: os.rmdir("/nonexistent/neighbour"),
}

worked = []
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
