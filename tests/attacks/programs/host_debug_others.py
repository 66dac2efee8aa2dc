"""Reads other processes' memory and takes them over as a debugger does."""

import ctypes
import os

PTRACE_SEIZE = 0x4206
libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(64)


class Vector(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


worked = []
local, remote = Vector(ctypes.addressof(buffer), 64), Vector(ctypes.addressof(buffer), 64)
for name, process in {"parent": os.getppid(), "first": 1}.items():
    if libc.process_vm_readv(process, ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) > 0:
        worked.append(f"read {name}")
    if libc.ptrace(PTRACE_SEIZE, process, 0, 0) == 0:
        worked.append(f"seized {name}")
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
