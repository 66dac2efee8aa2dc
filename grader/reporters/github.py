"""Annotations for GitHub Actions: commands in the log that put a failure beside the student's own line.

GitHub shows ten of each kind for a step and drops the rest without a word, so the tenth says how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.report import ExerciseReport, Report
from grader.reporters import words
from grader.text import disarm

MOST = 9


def render(report: Report) -> str:
    """Give the commands, one a line: what failed are errors, a fault of ours is a warning, all else are notices."""
    failures = [failure for exercise in report.exercises for failure in _failures(report, exercise)]
    failures.sort(key=lambda failure: not failure[0])  # what is to be fixed first in each exercise must not be dropped
    ours = [_command("warning", text) for status, text in words.asides(report) if status == "grader_error"]
    open_still = [_command("notice", text) for status, text in words.asides(report) if status == "not_attempted"]
    noted = [_command("notice", note) for note in report.notes]
    commands = [
        *_limited("error", [command for _, command in failures]),
        *_limited("warning", ours),
        *_limited("notice", [*open_still, *noted]),
    ]
    return "".join(f"{command}\n" for command in commands)


def _failures(report: Report, exercise: ExerciseReport) -> Iterator[tuple[bool, str]]:
    """Yield a command for each check that failed or is explained, and whether it is the first to fix."""
    for check in exercise.checks:
        if check.status == "failed" or exercise.explaining(check):
            place = {"file": f"{report.folder}{exercise.file_of(check)}", "line": check.line, "col": check.column}
            message = "\n".join(words.details(exercise, check, at_place=True))
            command = _command("error", message, **place, title=f"{exercise.slug}: {check.title}")
            yield check is exercise.first_failed, command


def _limited(kind: str, commands: list[str]) -> list[str]:
    more = len(commands) - MOST
    return commands if more <= 1 else [*commands[:MOST], _command(kind, f"and {more} more")]


def _command(kind: str, message: str, **properties: str | int | None) -> str:
    known = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{kind}{' ' if known else ''}{known}::{_data(disarm(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
