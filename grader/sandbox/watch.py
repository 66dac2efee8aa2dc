"""The watch over one step: it ends what takes too long, prints too much or starts too many threads.

It is kept from outside, where no code of the student's runs. Time in which threads were ready to go on and had no
processor is not the program's own, so that a busy machine fails nobody.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from grader.evidence import End
from grader.sandbox.running import GLANCE, Process

MAX_OUTPUT = 1024 * 1024
MAX_THREADS = 256


class StoppedError(Exception):
    """The step must not go on; `end` says why."""

    def __init__(self, end: End) -> None:
        super().__init__(end)
        self.end = end


class Waits:
    """What a process is known to have waited for a processor, thread by thread.

    The system forgets a thread that has ended, and tells of a wait only when it is over: so what is new is asked for
    again and again, and may lie further back than the last time.
    """

    def __init__(self, process: Process) -> None:
        self._process, self._known = process, process.waited()
        self._worked = process.worked()

    def during(self, seconds: float) -> float:
        """Give what is new after so many seconds.

        Threads that waited side by side count as one, and while one of them worked it may have been that for which each
        of the others waited: or a program could save up time by starting many.
        """
        now, worked = self._process.waited(), self._process.worked()
        new = [wait for thread, waited in now.items() if (wait := waited - self._known.get(thread, 0.0))]
        for_each_other = (len(new) - 1) * max(worked - self._worked, 0.0)
        self._known.update(now)
        self._worked = worked
        return min(max(sum(new) - for_each_other, *new), max(seconds, *new)) if new else 0.0


class Watch:
    """Called before each wait for the process; raises StoppedError. A step may take `limit` seconds of its own."""

    def __init__(self, process: Process, waits: Waits, printed: Callable[[], int], limit: float) -> None:
        self._process, self._waits, self._printed, self._limit = process, waits, printed, limit
        self._began = self._looked = time.monotonic()
        self._worked = process.worked()
        self._own = 0.0

    def __call__(self) -> None:
        """See the class; what is over at a glance is not looked into."""
        if time.monotonic() - self._began > GLANCE:
            own = self.own()
            if time.monotonic() - self._began > self._limit and max(own, self.worked()) > self._limit:
                raise StoppedError("timed_out")
            if self._process.threads() > MAX_THREADS:
                raise StoppedError("out_of_memory")
            self.see_output()

    def see_output(self) -> None:
        """Raise StoppedError if too much has been printed."""
        if self._printed() > MAX_OUTPUT:
            raise StoppedError("output_limit")

    def own(self) -> float:
        """Give the seconds that the step has taken so far, without those in which it waited for a processor."""
        now = time.monotonic()
        passed, self._looked = now - self._looked, now
        self._own += passed - (self._waits.during(passed) if now - self._began > GLANCE else 0.0)
        return self._own

    def worked(self) -> float:
        """Give the seconds of a processor that the step has had, all threads together."""
        return self._process.worked() - self._worked
