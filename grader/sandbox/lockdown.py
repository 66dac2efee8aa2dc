"""What a student's program may do to this machine: compute, and read the interpreter and its libraries. Nothing else.

`enter` shuts in the process that waits for programs, once; the door that it gives is closed in each process that will
run one, last of all. Where the system offers less than Linux does, less is done: `isolation` tells how much.
"""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path

from grader.sandbox import kernel
from grader.sandbox.kernel import ALLOW, EQUAL, ERRNO, MASKED_EQUAL, Condition, Rules

if sys.platform != "win32":
    import resource

NOBODY = 65_534
MEBIBYTE = 1024 * 1024
LIMITS = {
    "RLIMIT_AS": 1024 * MEBIBYTE,  # bytes of memory
    "RLIMIT_CORE": 0,
    "RLIMIT_FSIZE": 2 * MEBIBYTE,  # more than may be printed, so that printing too much is seen as just that
    "RLIMIT_MEMLOCK": 0,
    "RLIMIT_MSGQUEUE": 0,
}
LIMITS_OF_ONE = {
    "RLIMIT_CPU": 60,  # seconds, over all steps: each step's own limit is kept by the supervisor
    "RLIMIT_NOFILE": 64,  # which also limits what a user has under way from socket to socket, all programs together
}
"""Not for the server, which would come to feel what its children use up."""
LIMITS_IF_ALONE = {"RLIMIT_NPROC": 512}
"""Threads: more than may be started, so that starting too many is seen as just that. A watch alone is too slow."""
SYSTEM_LIBRARIES = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib")
TIME_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/localtime", "/etc/timezone")
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom")
OURS = Path(__file__).resolve().parents[1]
"""Where exercises and their solutions are, too: among the libraries, if the grader is installed."""

FREE = """
access arch_prctl brk clock_getres clock_gettime clock_nanosleep close close_range dup dup2 dup3 epoll_create
epoll_create1 epoll_ctl epoll_pwait epoll_pwait2 epoll_wait eventfd eventfd2 exit exit_group faccessat faccessat2
fadvise64 flock fstat fstatfs fsync futex futex_wait futex_wake getcwd getdents getdents64 getegid geteuid getgid
getgroups getitimer getpeername getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid getrlimit
getrusage getsid getsockname getsockopt gettid gettimeofday getuid lseek lstat madvise membarrier mmap mprotect mremap
munmap nanosleep newfstatat open openat pause pipe pipe2 poll ppoll pread64 preadv pselect6 pwrite64 pwritev read
readlink readlinkat readv recvfrom recvmsg restart_syscall rseq rt_sigaction rt_sigpending rt_sigprocmask rt_sigreturn
rt_sigsuspend rt_sigtimedwait sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam
sched_getscheduler sched_yield select sendmsg sendto set_robust_list set_tid_address setitimer setsockopt shutdown
sigaltstack stat statfs statx sysinfo time timerfd_create timerfd_gettime timerfd_settime times umask uname wait4
waitid write writev
"""
"""System calls that reach nothing outside the process: files are Landlock's business, memory and the like limits'."""
FORBIDDEN = """
accept accept4 bind chmod chown connect execve execveat fchmod fchown fork kill link linkat listen mkdir mkdirat mount
pidfd_open pidfd_send_signal process_vm_readv process_vm_writev ptrace rename renameat renameat2 rmdir rt_sigqueueinfo
rt_tgsigqueueinfo setgid setpgid setresgid setresuid setsid setuid setxattr socket symlink symlinkat tgkill tkill
truncate unlink unlinkat unshare utimensat vfork
"""
"""System calls that a program is told are not permitted. For any other the answer is that there is no such call, as in
an older kernel: libraries know what to do then."""

CLONE_THREAD = 0x00010000
O_ASYNC = 0x2000
AF_UNIX = 1
SOCKET_TYPES, SOCK_STREAM = 0xF, 1
FCNTL_FREE = (0, 1, 2, 3, 5, 6, 7, 1030)  # duplicating, flags of descriptors, locks; not who gets signals
F_SETFL = 4
IOCTL_FREE = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # is it a terminal, how wide, how much, (non)blocking
PRCTL_FREE = (15, 16, 23)  # names of threads, reading capabilities
OWN_PROCESS = 0


def enter(libraries: list[str]) -> Door:
    """Shut this process in, and whatever it forks: files, TCP, privileges, limits. Call it when all is loaded."""
    rules = kernel.build_filter(_rules(), default=ERRNO | errno.ENOSYS) if kernel.LINUX else None
    if kernel.LINUX:
        _shut_in(libraries)
    _limit(_lowered(LIMITS))
    return Door(rules)


def _shut_in(libraries: list[str]) -> None:
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)  # so that no orphan escapes
    kernel.share_arena()  # so that the limit of memory is no limit of a few threads
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)  # so that none of the same user looks into another's memory
    _drop_privileges(libraries)
    paths = sysconfig.get_paths()
    python = (paths["stdlib"], paths["platstdlib"], f"{sys.base_prefix}/lib")
    readable = {Path(place).resolve() for place in (*libraries, *python, *SYSTEM_LIBRARIES, *TIME_ZONES)}
    around = [place for place in readable if OURS.is_relative_to(place)]
    without_ours = {inside for place in readable for inside in _without(place, OURS)}
    kernel.restrict_files(sorted(without_ours), around, map(Path, DEVICES))


def _without(place: Path, hidden: Path) -> Iterator[Path]:
    """Yield a place, or all that is in it but what leads to what is hidden there."""
    if not hidden.is_relative_to(place):
        yield place
        return
    with contextlib.suppress(OSError):  # what may not be listed holds nothing that could be read
        for entry in place.iterdir() if place != hidden else ():
            if not entry.is_symlink():
                yield from _without(entry, hidden)
            elif not hidden.is_relative_to(target := entry.resolve()):
                yield target


class Door:
    """The rest of it, made ready before programs come: where there is one process for each, each is to do little."""

    def __init__(self, rules: kernel.Filter | None) -> None:
        self._filter = rules
        self._limits, self._limits_if_alone = _lowered(LIMITS_OF_ONE), _lowered(LIMITS_IF_ALONE)

    def count_alone(self) -> None:
        """Limit the threads of this process, if that is possible without counting those of its neighbours."""
        if kernel.count_alone():
            _limit(self._limits_if_alone)

    def close(self) -> None:
        """Shut in the process that will now run a program: its time, no processes, no sockets, no signals to others."""
        _limit(self._limits)
        if self._filter is None or not self._filter.install():
            kernel.restrict_signals()  # which the filter forbids as well, but not every machine has libseccomp


def end_with_parent() -> None:
    """Be killed when the thread that started this process ends. Call it after `enter`, which would undo it.

    Whoever then waits for a program until the other side knows that it is ready cannot have missed the parent's end.
    """
    if kernel.LINUX:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)


def _lowered(limits: Mapping[str, int]) -> list[tuple[int, int]]:
    """Give the number of each limit that this system has, and how low to set it: no higher than it is."""
    if sys.platform == "win32":
        return []
    known = {getattr(resource, name): value for name, value in limits.items() if hasattr(resource, name)}
    hard = {which: resource.getrlimit(which)[1] for which in known}
    return [
        (which, value if hard[which] == resource.RLIM_INFINITY else min(value, hard[which]))
        for which, value in known.items()
    ]


def _limit(limits: list[tuple[int, int]]) -> None:
    if sys.platform == "win32":
        return
    for which, value in limits:
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(which, (value, value))


def _drop_privileges(libraries: list[str]) -> None:
    """Stop being root: become nobody where nobody can read the libraries, else at least give up root's powers."""
    if os.geteuid() != 0:
        return
    if all(_may_all_read(Path(folder)) for folder in (*libraries, sysconfig.get_paths()["stdlib"])):
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    kernel.drop_capabilities()


def _may_all_read(folder: Path) -> bool:
    """Tell whether everybody may enter every folder on the way and read this one."""
    modes = [part.stat().st_mode for part in (folder, *folder.parents)]
    return all(mode & stat.S_IXOTH for mode in modes) and bool(modes[0] & stat.S_IROTH)


def _rules() -> Rules:
    def when(argument: int, value: int) -> tuple[Condition, ...]:
        return (Condition(argument, EQUAL, value, 0),)

    def masked(argument: int, mask: int, value: int) -> tuple[Condition, ...]:
        return (Condition(argument, MASKED_EQUAL, mask, value),)

    not_permitted = ERRNO | errno.EPERM
    return {
        **{name: [(ALLOW, ())] for name in FREE.split()},
        **{name: [(not_permitted, ())] for name in FORBIDDEN.split()},
        # clone3 hides its flags from a filter; as it is unknown here, threads are made by clone.
        "clone": [
            (ALLOW, masked(0, CLONE_THREAD, CLONE_THREAD)),
            (not_permitted, masked(0, CLONE_THREAD, 0)),
        ],
        # Of streams only: from a pair of datagram sockets a datagram can be sent to any other.
        "socketpair": [(ALLOW, when(0, AF_UNIX) + masked(1, SOCKET_TYPES, SOCK_STREAM))],
        "fcntl": [
            *((ALLOW, when(1, command)) for command in FCNTL_FREE),
            (ALLOW, when(1, F_SETFL) + masked(2, O_ASYNC, 0)),
        ],
        "ioctl": [(ALLOW, when(1, request)) for request in IOCTL_FREE],
        "prctl": [(ALLOW, when(0, option)) for option in PRCTL_FREE],
        "prlimit64": [(ALLOW, when(0, OWN_PROCESS))],
    }
