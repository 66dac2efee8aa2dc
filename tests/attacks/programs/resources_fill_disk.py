"""Fills the disk through standard output: far away, by mapping, and by making the file longer."""

import os
import resource

soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
if soft != resource.RLIM_INFINITY:
    attempts = {
        "seek": lambda: (os.lseek(1, 1 << 40, os.SEEK_SET), os.write(1, b"x")),
        "pwrite": lambda: os.pwrite(1, b"x", 1 << 40),
        "allocate": lambda: os.posix_fallocate(1, 0, 1 << 40),
        "truncate": lambda: os.ftruncate(1, 1 << 40),
    }
    worked = []
    for name, attempt in attempts.items():
        try:
            attempt()
        except OSError:
            continue
        worked.append(name)
    os.lseek(1, 0, os.SEEK_SET)
    raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
