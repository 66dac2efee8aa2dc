"""Which known mistakes explain a failed task: those of the exercise whose signature is in the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from grader.judge.case import Case
from grader.judge.catalogue import CATALOGUE
from grader.report import Diagnosis
from grader.vocabulary import Label


def diagnose(case: Case, labels: Iterable[Label]) -> tuple[Diagnosis, ...]:
    """Give the misconceptions among these labels that the case shows, the more basic one first.

    After an exception there is nothing more to see: the most basic explanation of it is the only one.
    """
    wanted = set(labels)
    found = [_diagnosis(label, case) for label in get_args(Label) if label in wanted]
    return tuple(diagnosis for diagnosis in found if diagnosis)


def _diagnosis(label: Label, case: Case) -> Diagnosis | None:
    entry = CATALOGUE[label]
    figures = entry.sign(case)
    if figures is None:
        return None
    return Diagnosis(label, entry.happened.format_map(figures), entry.remedy.format_map(figures), entry.link)
