"""Leaves its session and process group, so that they can be killed without it."""

import os

worked = []
for name, attempt in {"setsid": os.setsid, "setpgid": lambda: os.setpgid(0, 0), "setpgrp": os.setpgrp}.items():
    try:
        attempt()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
