"""The command line: thin, one file a verb; exit codes by kind of outcome.

0 full marks (or proven) · 1 something failed · 2 usage · 3 our own fault · 4 unfit exercises · 130 interrupted
"""

from __future__ import annotations

import gc
import sys

from grader.sandbox import process

INTERRUPTED = 130
SELDOM = 50_000
"""So many new objects until somebody looks which of them are garbage."""
RUNS_PROGRAMS = {"check", "doctor", "explain", "prove", "quiz", "watch"}


def main() -> None:
    """Run the command line and leave with its exit code.

    The process that will run programs starts first, so that it loads what it needs while we load what we need. What
    is loaded is never garbage: looking for any while it is, and again at the end, would take a quarter of the time. Nor
    is there much of it later.
    """
    gc.disable()
    try:
        if RUNS_PROGRAMS & set(sys.argv[1:2]):
            process.prepare()
        from grader.cli.app import run  # noqa: PLC0415 - after the line above: loading takes as long as the start

        gc.freeze()
        gc.set_threshold(SELDOM)
        gc.enable()
        code = run()
    except KeyboardInterrupt:
        code = INTERRUPTED
        sys.stderr.write("Interrupted.\n")
    gc.freeze()
    sys.exit(code)
