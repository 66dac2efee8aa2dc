"""One `grader check` with a note of when each part was over; `breakdown` starts this, in the student's folder.

It takes the instant at which it was started, a file to write the notes to, and the command line. The instants are
`time.monotonic()`, which all processes share; the notes are JSON, a list of pairs of a part and the seconds until then.
"""

import functools
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

STARTED, NOTES_FILE, *COMMAND = sys.argv[1:]
FIRST_ROUND = "first round, and the wait for a process to do it"
NOTES: list[tuple[str, float]] = []


def note(part: str) -> None:
    """Note that a part is over now."""
    NOTES.append((part, time.monotonic() - float(STARTED)))


def noted(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function whose end is noted."""

    @functools.wraps(function)
    def with_note(*args: Any, **options: Any) -> Any:
        result = function(*args, **options)
        note(part)
        return result

    return with_note


def watched(steps: Iterable[Any]) -> Iterator[Any]:
    """Pass steps on, and note when the first round is over: only then is the rest of the second asked for."""
    runs = 0
    for step in steps:
        if step.do != "run" and runs == 2 and NOTES[-1][0] != FIRST_ROUND:
            note(FIRST_ROUND)
        runs += step.do == "run"
        yield step


def main() -> None:
    """Do what the command does, with notes; it is written after `grader.cli.main`."""
    note("Python starts")
    gc.disable()
    from grader.sandbox import process  # noqa: PLC0415 - each import is noted

    process.prepare()
    note("server for programs started; it loads meanwhile")
    from grader import catalog, grading, submission  # noqa: PLC0415
    from grader.cli import SELDOM, app, screen  # noqa: PLC0415
    from grader.sandbox import supervisor  # noqa: PLC0415

    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()
    note("imports")
    grade, run = grading.grade, supervisor.run

    def run_watched(file: str, source: bytes, steps: Iterable[Any]) -> Any:
        evidence = run(file, source, watched(steps))
        note("two more rounds")
        return evidence

    catalog.load = noted("exercises read", catalog.load)
    submission.read = noted("submission read", submission.read)
    grading.grade = noted("judged", functools.partial(grade, run=run_watched))
    screen.show = noted("report shown", screen.show)
    sys.argv[1:] = COMMAND
    code = app.run()
    Path(NOTES_FILE).write_text(json.dumps(NOTES), encoding="utf-8")
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
