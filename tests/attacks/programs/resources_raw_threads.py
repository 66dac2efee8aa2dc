"""Makes threads past Python and the C library, whose stacks are a kilobyte, so that no limit of memory ends them."""

import ctypes

COUNT, STACK = 600, 1_024
CLONE = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000  # a thread in every respect

libc = ctypes.CDLL(None, use_errno=True)
stacks = ctypes.create_string_buffer(COUNT * STACK + 4_096)
base = (ctypes.addressof(stacks) + 64) & ~15
started = 0
for index in range(COUNT):
    top = ctypes.c_void_p(base + (index + 1) * STACK)
    started += libc.clone(ctypes.cast(libc.pause, ctypes.c_void_p), top, CLONE, None) > 0
ctypes.CDLL(None).usleep(200_000)
raise RuntimeError(f"worked: {'nothing' if started < COUNT else started}")
