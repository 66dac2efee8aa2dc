"""Linux's own means of shutting a process in, without root, namespaces or Docker: Landlock, seccomp, prctl, capset.

Each function tells whether it took effect; none raises where the kernel, the architecture or a library lacks it. What
that amounts to is not decided here but tried out, by the canary. Sources: landlock(7), seccomp(2), seccomp_init(3).
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import random
import struct
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 36, 38
SECCOMP_MODE_FILTER = 2
CLONE_NEWUSER = 0x10000000
M_ARENA_MAX = -8

# Landlock's system calls have the same numbers on every architecture.
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION = 1
PATH_BENEATH = 1
WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # by ABI: how many kinds of access it can forbid; 16 from ABI 5 on
NETWORK_ABI, NETWORK_RIGHTS = 4, 0b11  # TCP bind and connect
SCOPE_ABI, SCOPES = 6, 0b11  # abstract sockets and signals

ALLOW, ERRNO = 0x7FFF0000, 0x00050000
EQUAL, MASKED_EQUAL = 4, 7
OPTIMIZE, BINARY_TREE = 8, 2
INSTRUCTION = 8
"""Bytes."""

ALL_GIVEN_UP = struct.pack("=Ii", 0x20080522, 0), bytes(24)
"""The arguments of capset(2) for a process without any capability: version 3, for this thread."""

_libc = ctypes.PyDLL(None) if LINUX else None
"""Called with Python's own lock held, as `os.fork` does it: no call takes long, or has another thread to wait for."""
if _libc:
    _fork, _unshare, _capset, _prctl = _libc.fork, _libc.unshare, _libc.capset, _libc.prctl
    # Looked up once, not in each child.


class Condition(ctypes.Structure):
    """What an argument of a system call must be for a rule: struct scmp_arg_cmp; for MASKED_EQUAL mask and value."""

    _fields_ = (
        ("argument", ctypes.c_uint),
        ("comparison", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    )


Rules: TypeAlias = Mapping[str, Iterable[tuple[int, tuple[Condition, ...]]]]
"""By name of a system call: what is done under which conditions."""


def prctl(option: int, value: int) -> bool:
    """Set one property of this process."""
    return LINUX and _prctl(option, ctypes.c_ulong(value), 0, 0, 0) == 0


def fork() -> int:
    """Fork a process that has one thread, as `os.fork` does; raises OSError.

    Without what that goes on to do in the child for the threads and locks of a process that had more, which costs as
    much again. Of the rest only one thing matters: that no two children draw the same random numbers.
    """
    if not LINUX:
        return os.fork()
    random.seed()
    child = int(_fork())
    if child < 0:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    return child


def count_alone() -> bool:
    """Have the threads of this process counted apart from all others of its user; user_namespaces(7).

    It takes no privilege and gives none; what the process may do to files is as before.
    """
    return LINUX and _unshare(CLONE_NEWUSER) == 0 and drop_capabilities()


def share_arena() -> bool:
    """Let all threads allocate from one arena: glibc keeps 64 MiB of address space for each that it makes."""
    return _libc is not None and hasattr(_libc, "mallopt") and _libc.mallopt(M_ARENA_MAX, 1) == 1


def drop_capabilities() -> bool:
    """Give up every privilege that root has beyond owning root's files."""
    return LINUX and _capset(*ALL_GIVEN_UP) == 0


def restrict_files(readable: Iterable[Path], listed: Iterable[Path], writable: Iterable[Path]) -> bool:
    """Forbid this process and its children every file but these, and TCP; in what is listed names can be read."""
    abi = _landlock_abi()
    if abi < 1:
        return False
    attributes = [(1 << FILE_RIGHTS.get(abi, 16)) - 1]
    attributes += [NETWORK_RIGHTS] if abi >= NETWORK_ABI else []
    attributes += [SCOPES] if abi >= SCOPE_ABI else []
    ruleset = _create_ruleset(*attributes)
    if ruleset < 0:
        return False
    for path in readable:
        _allow_beneath(ruleset, path, READ_FILE | READ_DIR)
    for path in listed:
        _allow_beneath(ruleset, path, READ_DIR)
    for path in writable:
        _allow_beneath(ruleset, path, READ_FILE | WRITE_FILE)
    return _enter(ruleset)


def restrict_signals() -> bool:
    """Forbid this process and its children to signal any other, or to reach its abstract sockets."""
    if _landlock_abi() < SCOPE_ABI:
        return False
    ruleset = _create_ruleset(0, 0, SCOPES)
    return ruleset >= 0 and _enter(ruleset)


def _landlock_abi() -> int:
    return _landlock(CREATE_RULESET, None, 0, ASK_VERSION)


def _create_ruleset(*attributes: int) -> int:
    packed = struct.pack(f"={len(attributes)}Q", *attributes)
    return _landlock(CREATE_RULESET, packed, len(packed), 0)


def _enter(ruleset: int) -> bool:
    done = prctl(PR_SET_NO_NEW_PRIVS, 1) and _landlock(RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return done


def _allow_beneath(ruleset: int, path: Path, access: int) -> None:
    with contextlib.suppress(OSError):  # what is not there needs no permission
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        allowed = access if path.is_dir() else access & ~READ_DIR
        _landlock(ADD_RULE, ruleset, PATH_BENEATH, struct.pack("=Qi", allowed, place), 0)
        os.close(place)


def _landlock(number: int, *args: int | bytes | None) -> int:
    words = [ctypes.c_long(arg) if isinstance(arg, int) else arg for arg in args]
    return int(_libc.syscall(ctypes.c_long(number), *words)) if _libc else -1


class Filter:
    """A compiled filter of system calls, installed any number of times; `code` is an array of BPF instructions."""

    def __init__(self, code: bytes) -> None:
        prctl(PR_SET_NO_NEW_PRIVS, 1)  # or only root might install it
        self._code = ctypes.create_string_buffer(code, len(code))  # whose address follows: it must not go before
        self._program = struct.pack("@HP", len(code) // INSTRUCTION, ctypes.addressof(self._code))

    def install(self) -> bool:
        """Put this process under the filter, for good."""
        return LINUX and bool(_prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, self._program, 0, 0) == 0)


def build_filter(rules: Rules, default: int) -> Filter | None:
    """Compile a filter; None without libseccomp.

    What no rule is for is answered with `default`. A name that this architecture has not got is passed over.
    """
    try:
        library = ctypes.CDLL("libseccomp.so.2")
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(default)))
    library.seccomp_attr_set(context, OPTIMIZE, ctypes.c_uint32(BINARY_TREE))
    for name, cases in rules.items():
        number = library.seccomp_syscall_resolve_name(name.encode())
        for action, conditions in cases if number >= 0 else ():
            array = (Condition * len(conditions))(*conditions)
            library.seccomp_rule_add_array(context, ctypes.c_uint32(action), number, len(conditions), array)
    with tempfile.TemporaryFile() as file:
        exported = library.seccomp_export_bpf(context, file.fileno()) == 0
        library.seccomp_release(context)
        file.seek(0)
        return Filter(file.read()) if exported else None
