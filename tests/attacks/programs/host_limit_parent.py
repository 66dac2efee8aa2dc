"""Reads and sets its parent's limits."""

import os
import resource

worked = []
for name in ("RLIMIT_CPU", "RLIMIT_NOFILE", "RLIMIT_FSIZE"):
    try:
        limits = resource.prlimit(os.getppid(), getattr(resource, name))
        resource.prlimit(os.getppid(), getattr(resource, name), limits)
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
