"""Becomes another program."""

import os
import sys

for program in (sys.executable, "/bin/true", "/usr/bin/env", "/bin/sh"):
    try:
        os.execv(program, [program, "-c", "exit"])
    except OSError:
        continue
raise RuntimeError("worked: nothing")
