"""Which known mistakes explain a failed task: those of the exercise whose signature is in the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from grader.judge.case import Case
from grader.judge.catalogue import CATALOGUE
from grader.judge.signs import errors, settings
from grader.labels import Label
from grader.report import Diagnosis
from grader.values import UnknownReferenceError


def diagnose(case: Case, labels: Iterable[Label]) -> tuple[Diagnosis, ...]:
    """Give the misconceptions among these labels that the case shows, the more basic one first.

    Of several that explain the exception only the most basic one is given: there was one exception.
    """
    wanted = set(labels)
    found = [diagnosis for label in get_args(Label) if label in wanted and (diagnosis := _diagnosis(label, case))]
    about_errors = (errors.__name__, settings.__name__)
    of_error = [diagnosis for diagnosis in found if CATALOGUE[diagnosis.label].sign.__module__ in about_errors]
    return tuple(diagnosis for diagnosis in found if diagnosis not in of_error[1:])


def _diagnosis(label: Label, case: Case) -> Diagnosis | None:
    entry = CATALOGUE[label]
    try:
        figures = entry.sign(case)
    except UnknownReferenceError:  # where a step gave nothing, nothing can be compared with it
        return None
    if figures is None:
        return None
    happened, remedy = entry.happened.format_map(figures), entry.remedy.format_map(figures)
    return Diagnosis(label, happened, remedy, figures.get("link", entry.link))
