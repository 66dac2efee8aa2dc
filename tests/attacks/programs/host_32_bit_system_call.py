"""Makes a system call through the 32-bit gate, where the numbers mean something else."""

import ctypes
import mmap
import os

if os.uname().machine != "x86_64":
    ctypes.string_at(0)
code = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(b"\x53\xb8\x02\x00\x00\x00\xcd\x80\x5b\xc3")  # push rbx; mov eax, 2 (fork); int 0x80; pop rbx; ret
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
result = ctypes.CFUNCTYPE(ctypes.c_int)(address)()
if result == 0:
    os._exit(0)
raise RuntimeError(f"worked: {'fork' if result > 0 else 'nothing'}")
