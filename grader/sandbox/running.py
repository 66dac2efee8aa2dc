"""A process that runs a student's program, as it is seen from outside: what it has used, and its end."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import socket
import sys
import time
from abc import ABC, abstractmethod
from functools import cached_property

START_LIMIT = 60.0
PATIENCE = 5.0
GLANCE = 0.05
"""Seconds: what a process may take to start, and to end; what passes between two looks at the clock."""
LONGEST_LINE = 100


class Process(ABC):
    """A process that runs a student's program, and everything that it has started.

    `connection` leads to it, and `output` is the file into which it prints.
    """

    def __init__(self, connection: socket.socket, output: io.FileIO) -> None:
        self.connection, self.output = connection, output

    def end(self) -> int | None:
        """Kill what is left of it; give its exit code, negative if a signal ended it, None if that is not known."""
        return self._exit_code

    def waited(self) -> dict[str, float]:
        """Give the seconds that each thread was ready to go on and had no processor; empty if the system tells none."""
        found = {}
        with contextlib.suppress(OSError, ValueError, IndexError):
            for thread in os.listdir(f"/proc/{self.id}/task"):  # noqa: PTH208 - as below
                place = f"/proc/{self.id}/task/{thread}/schedstat"
                with open(place, "rb", buffering=0) as schedule:  # noqa: PTH123 - asked for each program: it is to be quick
                    found[thread] = int(schedule.read(LONGEST_LINE).split()[1]) / 1e9
        return found

    def worked(self) -> float:
        """Give the seconds of a processor that it has had, all threads together; 0 where the system does not tell."""
        if sys.platform != "linux":
            return 0.0
        try:
            return time.clock_gettime(~self.id << 3 | 2)  # its CPU-time clock: clock_getcpuclockid(3)
        except OSError:
            return 0.0

    def threads(self) -> int:
        """Count its threads; 1 where the system does not tell."""
        with contextlib.suppress(OSError):
            return sum(1 for _ in os.scandir(f"/proc/{self.id}/task"))
        return 1

    @property
    @abstractmethod
    def id(self) -> int:
        """The process id, which is also that of its group."""

    @cached_property
    def _exit_code(self) -> int | None:
        """Made once: an id that has been waited for may be another process's the next time."""
        return self._kill_and_wait()

    @abstractmethod
    def _kill_and_wait(self) -> int | None: ...


def kill_group(leader: int) -> None:
    """Kill a process and its group. It must not have been waited for: its id would be free for others."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says EPERM for a group of zombies
        os.killpg(leader, signal.SIGKILL)
