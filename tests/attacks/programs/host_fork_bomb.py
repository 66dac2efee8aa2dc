"""Forks as fast as it can; a wrong turn ends it soon, should nothing else."""

import os

forks = 0
for _ in range(50):
    try:
        child = os.fork()
    except OSError:
        break
    if child == 0:
        os._exit(0)
    forks += 1
raise RuntimeError(f"worked: {f'{forks} forks' if forks else 'nothing'}")
