"""Words that several reports share: all of what is said of a check, a token or a run, without any markup."""

from __future__ import annotations

import time
from collections.abc import Iterator

from grader.report import CheckResult, ExerciseReport, Report, Sighting, Status
from grader.text import clean, disarm, duration, whole

TIMES = ("exp", "iat", "nbf")
MOST = 12
"""So many claims of a token are shown."""
INDENT = "    "
"""So far are the lines of examples indented."""
STATUSES: dict[Status, str] = {
    "passed": "passed",
    "failed": "to fix",
    "skipped": "not checked",
    "not_attempted": "not attempted",
    "grader_error": "our fault",
}
"""What is said of a status to people."""
DIGITS = 12
"""So many digits tell one set of exercises from another."""
LATEST = 253_402_300_800
"""The year 10000, where calendars end."""


def advice(exercise: ExerciseReport, check: CheckResult) -> list[str]:
    """Give the lines that explain a check that did not pass."""
    found = exercise.explaining(check)
    return [line for d in found for line in (f"{d.label}: {d.happened}", d.remedy, f"Read more: {d.link}")]


def hint(exercise: ExerciseReport, check: CheckResult) -> str:
    """Give the hint that goes with the first thing to fix, where nothing else explains it."""
    told = exercise.explaining(check) or not check.observed or check.part == "question"
    return "" if told or check is not exercise.first_failed else exercise.hint


def token_of(exercise: ExerciseReport, check: CheckResult) -> Sighting | None:
    """Give the token to be shown with a check: one for an exercise, with the first that was about one."""
    first = next((each for each in exercise.checks if each.token), None)
    return check.token if check is first else None


def excerpt_of(exercise: ExerciseReport, check: CheckResult) -> str:
    """Give the student's line to be shown with a check: each once, with the first that an error in it is about."""
    first = next((each for each in exercise.checks if each.excerpt and each.line == check.line), None)
    return check.excerpt if check is first else ""


def place(exercise: ExerciseReport, check: CheckResult) -> str:
    """Name the place of a failed check as editors do, where its message does not: `utc_expiry.py:12`."""
    return f"{exercise.file_of(check)}:{check.line}" if check.line and not check.excerpt else ""


def details(exercise: ExerciseReport, check: CheckResult, *, at_place: bool = False) -> list[str]:
    """Give all lines that help with a check that did not pass; `at_place`: they stand beside the student's line."""
    where, first_step = place(exercise, check), hint(exercise, check)
    shown = [] if at_place else [f"Look at {where}." if where else "", excerpt_of(exercise, check)]
    lines = [check.message, *shown, *advice(exercise, check), f"Hint: {first_step}" if first_step else ""]
    return [line for line in lines if line]


def asides(report: Report) -> Iterator[tuple[Status, str]]:
    """Yield what is told once for many checks: what was not handed in or not begun, and what is our fault."""
    if report.withheld:
        passed = all(exercise.status == "passed" for exercise in report.exercises)
        yield "not_attempted", f"{'All public checks passed. ' if passed else ''}Others are looked at later."
    waiting = [(e, check) for e in report.exercises for check in e.checks if check.status == "not_attempted"]
    slugs = dict.fromkeys(exercise.slug for exercise, check in waiting if check.part == "question")
    files: dict[str, dict[str, None]] = {}  # by what their checks' messages begin with
    for exercise, check in waiting:
        if check.part == "task":
            files.setdefault(check.message.partition(":")[0].rstrip("."), {})[exercise.file] = None
    if slugs:
        yield "not_attempted", f"Not answered yet: {', '.join(slugs)}. Write a letter for each into `answers.yaml`."
    for why, names in files.items():
        yield "not_attempted", f"{why}: {', '.join(names)}."
    ours = (check.message for e in report.exercises for check in e.checks if check.status == "grader_error")
    for message in dict.fromkeys(ours):
        yield "grader_error", message


def grader(report: Report) -> str:
    """Say which grader and which exercises this is from: `jwt-grader 0.1.0 · exercises 3f2a9c1b7d04`."""
    return f"jwt-grader {report.grader} · exercises {report.exercises_digest[:DIGITS]}"


def run(report: Report) -> str:
    """Say how it was run, and, where something failed, how to see it again: `isolation: kernel · seed: 1`."""
    failed = any(exercise.status in ("failed", "grader_error") for exercise in report.exercises)
    return f"isolation: {report.isolation}" + (f" · seed: {report.seed}" if failed else "")


def made(token: Sighting) -> str:
    """Introduce a token: when and where it was made."""
    return f"Your token, made at {moment(token.at)} on a server at {zone(token.offset)}:"


def token(sighting: Sighting) -> list[str]:
    """Show a token opened up in lines of text: its header, then its claims, the times among them readable."""
    rows = [("header", f"{name} {value}") for name, value in header(sighting)]
    rows += [("payload", f"{name}  {value}") for name, value in claims(sighting)]
    shown = [("" if index and rows[index - 1][0] == part else part, text) for index, (part, text) in enumerate(rows)]
    return [disarm(f"{part:<8} {text}") for part, text in shown]


def paragraphs(text: str) -> list[list[str]]:
    """Part what an author wrote into paragraphs and examples, which are indented, each with its lines."""
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if not line.strip() or (found[-1] and line.startswith(INDENT) != found[-1][0].startswith(INDENT)):
            found.append([])
        if line.strip():
            found[-1].append(line)
    return [lines for lines in found if lines]


def moment(seconds: float) -> str:
    """Write a moment, in seconds since the epoch, for people: `2031-03-04 10:30:00 UTC`."""
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(seconds))


def claims(token: Sighting) -> list[tuple[str, str]]:
    """Give a token's claims for the eye, those that are times with what they mean."""
    shown = [(clean(name, 40), _claim(name, value, token.at)) for name, value in list(token.payload.items())[:MOST]]
    more = len(token.payload) - MOST
    return [*shown, ("…", f"and {more} more")] if more > 0 else shown


def _claim(name: str, value: object, at: float) -> str:
    shown = clean(repr(value), 100)
    if name not in TIMES or isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < LATEST:
        return shown
    distance = value - at
    side = "after" if whole(distance) >= 0 else "before"
    return f"{shown} = {moment(value)}, {duration(abs(whole(distance)))} {side} the call"


def header(token: Sighting) -> list[tuple[str, str]]:
    """Give the members of a token's header for the eye."""
    return [(clean(str(name), 40), clean(str(value), 60)) for name, value in list(token.header.items())[:MOST]]


def zone(offset: int) -> str:
    """Name a zone by its distance from UTC in seconds east: `UTC+05:37`."""
    sign, size = "-" if offset < 0 else "+", abs(offset) // 60
    return f"UTC{sign}{size // 60:02}:{size % 60:02}" if offset else "UTC"
