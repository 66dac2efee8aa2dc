"""What a program writes to `sys.stderr`, where it says why it will not start: the beginning of that is kept."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable

from grader.sandbox import describe

STANDARD_OUTPUT, STANDARD_ERROR = 1, 2


class Complaints:
    """What was said since it was last taken, the beginning of it."""

    def __init__(self) -> None:
        self._kept = b""

    def stream(self) -> io.TextIOWrapper:
        """Open a stream that leads here, as `sys.stderr` is one."""
        file = io.BufferedWriter(_File(self))
        return io.TextIOWrapper(file, "utf-8", "backslashreplace", line_buffering=True, write_through=True)

    def keep(self, said: bytes) -> None:
        """Take in what is said, as far as there is room."""
        self._kept += said[: describe.SHORT - len(self._kept)]

    def take(self) -> str:
        """Give what was kept, and begin anew."""
        kept, self._kept = self._kept, b""
        return describe.sendable(kept.decode("utf-8", "replace"))


class _File(io.RawIOBase):
    """A file that takes everything; to other languages' code it is the null device."""

    def __init__(self, complaints: Complaints) -> None:
        self._complaints = complaints

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return STANDARD_ERROR

    def write(self, data: object, /) -> int:
        written = bytes(memoryview(data))  # type: ignore[arg-type] # what is no buffer raises as it should
        self._complaints.keep(written)
        return len(written)


def collect() -> Complaints:
    """Have what this process complains of kept from now on, also if it then ends itself by `os._exit`."""
    complaints = Complaints()
    os._exit = _telling(complaints, os._exit)  # type: ignore[assignment]
    return complaints


def _telling(complaints: Complaints, leave: Callable[[int], None]) -> Callable[[int], None]:
    """Make an `os._exit` that tells first, with what was printed, what was said: afterwards nobody is left to."""

    def _exit(status: int) -> None:
        with contextlib.suppress(Exception):  # the program may have closed it or put anything in its place
            sys.stdout.flush()
        os.write(STANDARD_OUTPUT, complaints.take().encode())
        leave(status)

    return _exit
