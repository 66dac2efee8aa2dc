"""Has the kernel signal others in its place: who owns a descriptor is told when there is something to read."""

import fcntl
import os
import signal

F_SETSIG = 10


def own(target):
    read, write = os.pipe()
    fcntl.fcntl(read, fcntl.F_SETOWN, target)
    fcntl.fcntl(read, F_SETSIG, int(signal.SIGURG))
    fcntl.fcntl(read, fcntl.F_SETFL, os.O_ASYNC)
    os.write(write, b"x")


def asynchronous():
    read, _ = os.pipe()
    fcntl.fcntl(read, fcntl.F_SETFL, fcntl.fcntl(read, fcntl.F_GETFL) | os.O_ASYNC)


worked = []
for name, attempt in {
    "parent": lambda: own(os.getppid()),
    "self": lambda: own(os.getpid()),
    "flag": asynchronous,
}.items():
    try:
        attempt()
    except OSError:
        continue
    worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
