"""Starts programs in every way that Python has."""

import multiprocessing
import os
import subprocess
import sys

ARGS = [sys.executable, "-c", ""]


def spawn():
    process = multiprocessing.get_context("spawn").Process(target=print)
    process.start()
    process.join()
    if process.exitcode:
        raise OSError(f"it ended with {process.exitcode}")


ATTEMPTS = {
    "system": lambda: os.system("true") and 1 / 0,
    "popen": lambda: os.popen("true").close() and 1 / 0,
    "run": lambda: subprocess.run(ARGS, check=True),
    "shell": lambda: subprocess.run("true", shell=True, check=True),
    "session": lambda: subprocess.run(["true"], start_new_session=True, check=True),
    "posix_spawn": lambda: os.posix_spawn(sys.executable, ARGS, {}),
    "spawnv": lambda: os.spawnv(os.P_WAIT, sys.executable, ARGS) and 1 / 0,
    "multiprocessing": spawn,
}

worked = []
for name, attempt in ATTEMPTS.items():
    try:
        attempt()
    except (OSError, ArithmeticError, subprocess.SubprocessError):
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
