"""Leaves memory behind that outlives it."""

import os
from multiprocessing import shared_memory


def named():
    memory = shared_memory.SharedMemory("jwt-grader-attack-memory", create=True, size=4096)
    memory.unlink()


worked = []
for name, attempt in {"named": named, "memfd": lambda: os.memfd_create("attack")}.items():
    try:
        attempt()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
