"""What a program finds around it when it is loaded: as a new process has it, whatever it did to that the last time."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import threading

from grader.sandbox.complaints import STANDARD_OUTPUT, Complaints


def renew(file: str, environment: dict[str, str], complaints: Complaints) -> None:
    """Set the arguments, the environment and the standard streams; the zone, which is in the environment, stays."""
    sys.argv[:] = [file]
    for variable in [name for name in os.environ if name != "TZ"]:
        del os.environ[variable]
    os.environ.update(environment)
    complaints.listen()
    with contextlib.suppress(OSError):  # the program has closed it for good, which is what it finds in a new process
        sys.stdout = sys.__stdout__ = _standard_output()  # type: ignore[misc] # as a new process would


def wait_for_threads() -> None:
    """Wait for all but daemons, as Python does at the end of a script."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()


def _standard_output() -> io.TextIOWrapper:
    """Open it as `python -X utf8 -u` does; closing it, or what it is made of, does not close the descriptor."""
    raw = io.FileIO(STANDARD_OUTPUT, "w", closefd=False)
    raw.name = "<stdout>"
    return io.TextIOWrapper(raw, "utf-8", "surrogateescape", newline="\n", write_through=True)
