"""The exception that ended a step, as the signatures of misconceptions look at it."""

from __future__ import annotations

import re

from grader.judge import wording
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.text import clean, steady


def first(case: Case, types: str, patterns: tuple[str, ...]) -> Figures | None:
    """Give where the exception was raised and what it says, if it is of these types and fits one of the patterns."""
    if any(match(case, types, pattern) for pattern in patterns):
        return {**where(case), "error": message(case)}
    return None


def match(case: Case, types: str, pattern: str) -> re.Match[str] | None:
    """Find a pattern in what the exception says, if it is of these types."""
    of_type = case.error and re.fullmatch(types, case.error.type)
    return re.search(pattern, case.error.message) if case.error and of_type else None


def line(case: Case) -> str:
    """Give the line of the student's file that raised."""
    return wording.text_of(case.evidence.source, case.error.line if case.error else None)


def message(case: Case) -> str:
    """Give what the exception says, harmless and the same every time."""
    return clean(steady(case.error.message, case.stopped.step.bindings)) if case.error and case.stopped else ""


def where(case: Case) -> Figures:
    """Give the place of the exception, and the algorithm that tokens are to be signed with."""
    place = wording.place(case.evidence.file, case.error) if case.error else case.evidence.file
    return {"where": place, "algorithm": case.algorithm}
