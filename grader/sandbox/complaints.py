"""What a program writes to `sys.stderr`, where it says why it will not start: the beginning of that is kept."""

from __future__ import annotations

import io
import sys

from grader.sandbox import describe

STANDARD_ERROR = 2


class Complaints(io.RawIOBase):
    """A file that takes everything and keeps the beginning; to other languages' code it is the null device."""

    def __init__(self) -> None:
        self._kept = b""

    def writable(self) -> bool:
        """See io.RawIOBase."""
        return True

    def fileno(self) -> int:
        """See io.RawIOBase."""
        return STANDARD_ERROR

    def write(self, data: object, /) -> int:
        """See io.RawIOBase."""
        written = bytes(memoryview(data))  # type: ignore[arg-type] # what is no buffer raises as it should
        self._kept += written[: describe.SHORT - len(self._kept)]
        return len(written)

    def take(self) -> str:
        """Give what was kept, and begin anew."""
        kept, self._kept = self._kept, b""
        return describe.sendable(kept.decode("utf-8", "replace"))


def collect() -> Complaints:
    """Have what this process writes to `sys.stderr` kept from now on."""
    complaints = Complaints()
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(complaints), "utf-8", "backslashreplace", line_buffering=True, write_through=True
    )
    return complaints
