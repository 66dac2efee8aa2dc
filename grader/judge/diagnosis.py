"""Which known mistakes explain a failed task: those of the exercise whose signature is in the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from grader.judge.case import Case
from grader.judge.catalogue import CATALOGUE
from grader.judge.signs import Figures, depends, encoding, errors, settings, uncaught
from grader.labels import Label
from grader.report import Diagnosis
from grader.values import UnknownReferenceError


def diagnose(case: Case, labels: Iterable[Label]) -> tuple[Diagnosis, ...]:
    """Give the misconceptions among these labels that the case shows, the more basic one first.

    Where every check passed there is nothing to explain. Of several that explain the exception only the most basic one
    is given: there was one exception.
    """
    wanted = set(labels) if case.unmet else ()
    found = {label: seen for label in get_args(Label) if label in wanted and (seen := _seen(label, case)) is not None}
    about_errors = {module.__name__ for module in (errors, encoding, settings, depends, uncaught)}
    of_error = [label for label in found if CATALOGUE[label].sign.__module__ in about_errors]
    return tuple(_told(label, seen, case) for label, seen in found.items() if label not in of_error[1:])


def _seen(label: Label, case: Case) -> Figures | None:
    try:
        return CATALOGUE[label].sign(case)
    except UnknownReferenceError:  # where a step gave nothing, nothing can be compared with it
        return None


def _told(label: Label, figures: Figures, case: Case) -> Diagnosis:
    entry = CATALOGUE[label]
    happened, remedy = entry.happened.format_map(figures), entry.remedy.format_map(figures)
    return Diagnosis(label, _explained(label, figures, case), happened, remedy, figures.get("link", entry.link))


def _explained(label: Label, figures: Figures, case: Case) -> str:
    """Name the check that a mistake explains: the first by which alone it is seen, or else the first that failed."""
    alone = {name: _seen(label, case.of_only(name)) for name in case.unmet}
    same = (name for name, seen in alone.items() if seen == figures)
    some = (name for name, seen in alone.items() if seen is not None)
    return next(same, None) or next(some, case.unmet[0])
