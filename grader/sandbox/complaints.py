"""What a program writes to its standard error, where it says why it will not start: kept in a file without a name."""

from __future__ import annotations

import contextlib
import os
import tempfile

from grader.sandbox import describe

STANDARD_ERROR = 2


def collect() -> None:
    """Have what this process writes to its standard error kept from now on; call it before it is shut in."""
    if hasattr(os, "memfd_create"):
        file = os.memfd_create("complaints")
        os.dup2(file, STANDARD_ERROR)
        os.close(file)
    else:
        with tempfile.TemporaryFile() as temporary:
            os.dup2(temporary.fileno(), STANDARD_ERROR)


def size() -> int:
    """Give how many bytes there are by now; 0 if the program has closed the file."""
    with contextlib.suppress(OSError):
        return os.fstat(STANDARD_ERROR).st_size
    return 0


def since(start: int) -> str:
    """Give what was written since there were so many bytes, or the beginning of that."""
    with contextlib.suppress(OSError):
        os.lseek(STANDARD_ERROR, start, os.SEEK_SET)
        written = os.read(STANDARD_ERROR, describe.SHORT).decode("utf-8", "replace")
        os.lseek(STANDARD_ERROR, 0, os.SEEK_END)
        return describe.sendable(written)[: describe.SHORT]
    return ""
