"""What a program finds around it when it is loaded: as a new process has it, whatever it did to that the last time."""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import sys
import threading

from grader.sandbox.complaints import STANDARD_OUTPUT, Complaints


def renew(file: str, environment: dict[str, str], complaints: Complaints) -> None:
    """Set arguments, environment, standard streams and exit handlers; the zone, which is in the environment, stays."""
    sys.argv[:] = [file]
    atexit._clear()  # noqa: SLF001 - of what is ours, and of what the program has asked for before
    for variable in [name for name in os.environ if name != "TZ"]:
        del os.environ[variable]
    os.environ.update(environment)
    complaints.listen()
    with contextlib.suppress(OSError):  # the program has closed it for good, which is what it finds in a new process
        sys.stdout = sys.__stdout__ = _standard_output()  # type: ignore[misc] # as a new process would


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
