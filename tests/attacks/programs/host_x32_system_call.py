"""Makes a system call by its number in the x32 ABI, which a filter of x86_64's numbers could overlook."""

import ctypes
import os

if os.uname().machine != "x86_64":
    ctypes.string_at(0)
result = ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(0x40000000 + 57))
if result == 0:
    os._exit(0)
raise RuntimeError(f"worked: {'fork' if result > 0 else 'nothing'}")
