"""What a program finds around it when it is loaded: as a new process has it, whatever it did to that the last time."""

from __future__ import annotations

import atexit
import io
import os
import sys
import threading

from grader.sandbox.complaints import STANDARD_OUTPUT, Complaints
from grader.zones import ZONES


class Surroundings:
    """Arguments, environment, standard streams and exit handlers; what is written to `sys.stderr` are complaints."""

    def __init__(self, complaints: Complaints) -> None:
        self.complaints = complaints
        self._opened: list[tuple[io.TextIOWrapper, io.TextIOWrapper]] = []

    def open_ahead(self) -> None:
        """Open the streams of one loading in each zone now: it takes longer than all the rest of it."""
        self._opened = [self._open() for _ in ZONES]

    def renew(self, file: str, environment: dict[str, str]) -> None:
        """Set all of it but the zone, which is in the environment and stays."""
        sys.argv = [file]
        atexit._clear()  # noqa: SLF001 - of what is ours, and of what the program has asked for before
        for variable in [*os.environ]:
            if variable != "TZ":
                del os.environ[variable]
        for variable, value in environment.items():
            os.environ[variable] = value
        sys.stderr, output = self._opened.pop() if self._opened else self._open()
        sys.stdout = sys.__stdout__ = output  # type: ignore[misc] # as a new process would

    def _open(self) -> tuple[io.TextIOWrapper, io.TextIOWrapper]:
        return self.complaints.stream(), _standard_output()


def end_script() -> None:
    """Do what Python does at the end of a script: wait for threads, and call what is to be called at exit."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()  # noqa: SLF001 - the process goes on, with the next round


def _standard_output() -> io.TextIOWrapper:
    """Open it as `python -X utf8 -u` does; closing it, or what it is made of, does not close the descriptor."""
    raw = io.FileIO(STANDARD_OUTPUT, "w", closefd=False)
    raw.name = "<stdout>"
    return io.TextIOWrapper(raw, "utf-8", "surrogateescape", newline="\n", write_through=True)
