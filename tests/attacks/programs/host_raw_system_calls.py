"""Makes system calls by their numbers, past all that Python and the C library would do."""

import ctypes
import os

NUMBERS = {  # x86_64, then the numbers that all newer architectures share
    "socket": (41, 198),
    "fork": (57, None),
    "vfork": (58, None),
    "ptrace": (101, 117),
    "kill": (62, 129),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "personality": (135, 92),
    "add_key": (248, 217),
    "keyctl": (250, 219),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    "perf_event_open": (298, 241),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "kcmp": (312, 272),
    "seccomp": (317, 277),
    "memfd_create": (319, 279),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "memfd_secret": (447, 447),
    "io_uring_setup": (425, 425),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "pidfd_open": (434, 434),
    "clone3": (435, 435),
    "pidfd_getfd": (438, 438),
    "mount_setattr": (442, 442),
    "landlock_create_ruleset": (444, 444),
    "syslog": (103, 116),
    "timer_create": (222, 107),
    "mq_open": (240, 180),
    "modify_ldt": (154, None),
    "reboot": (169, 142),
}
ARGUMENTS = {
    "socket": (2, 1, 0),
    "kill": (os.getppid(), 23, 0),
    "shmget": (0, 4096, 0o1600),
    "msgget": (0, 0o1600),
    "semget": (0, 1, 0o1600),
    "personality": (0xFFFFFFFF,),
    "keyctl": (0, -3, 1),
    "io_uring_setup": (1, ctypes.create_string_buffer(120)),
    "memfd_create": (b"attack", 0),
    "clone3": (None, 0),
    "pidfd_open": (os.getppid(), 0),
    "kcmp": (os.getpid(), os.getppid(), 0, 0, 0),
    "syslog": (10, None, 0),
    "reboot": (0, 0, 0, None),
    "landlock_create_ruleset": (None, 0, 0),
}

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
index = 0 if os.uname().machine == "x86_64" else 1
worked = []
for name, numbers in NUMBERS.items():
    if numbers[index] is None:
        continue
    arguments = [ctypes.c_long(each) if isinstance(each, int) else each for each in ARGUMENTS.get(name, ())]
    result = libc.syscall(ctypes.c_long(numbers[index]), *arguments)
    if result == 0 and "fork" in name:
        libc._exit(0)
    if result >= 0:
        worked.append(name)
raise RuntimeError(f"worked: {', '.join(worked) or 'nothing'}")
