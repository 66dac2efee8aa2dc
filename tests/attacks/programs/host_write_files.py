"""Writes over the bait, beside it, and wherever files may be made."""

import os
import sys
import sysconfig

NAME = "jwt-grader-attack-file"
FOLDERS = ["/nonexistent", ".", "/tmp", "/var/tmp", "/dev/shm", "/run", sysconfig.get_paths()["purelib"]]
FOLDERS += [os.path.dirname(os.__file__), os.path.dirname(sys.executable), os.path.expanduser("~")]

written = []
for path in ["/nonexistent/sentinel", *(os.path.join(folder, NAME) for folder in FOLDERS)]:
    for flags in (os.O_WRONLY, os.O_WRONLY | os.O_CREAT, os.O_RDWR | os.O_TRUNC, os.O_WRONLY | os.O_APPEND):
        try:
            descriptor = os.open(path, flags, 0o644)
        except OSError:
            continue
        os.write(descriptor, b"written by a submission\n")
        os.close(descriptor)
        written.append(path)
for folder in FOLDERS:
    try:
        os.mkdir(os.path.join(folder, NAME + "-folder"))
    except OSError:
        continue
    written.append(folder)
raise RuntimeError(f"worked: {', '.join(written) or 'nothing'}")
