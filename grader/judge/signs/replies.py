"""Misconceptions that show in how an application answers requests: where, to what, and with which status."""

from __future__ import annotations

from collections.abc import Iterator

from grader.evidence import Observation
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.trust import REFUSED, status_of
from grader.verbs import Answers

ABSENT = {404: "there is nothing at this path", 405: "the path is there, but for another method"}
INVALID = 422


def wrong_path(case: Case) -> Figures | None:
    """There is nothing at a path, or not for this method."""
    for _, observation in _answers(case):
        if (status := status_of(observation)) in ABSENT:
            return {"request": observation.step.name, "why": ABSENT[int(str(status))]}
    return None


def json_login(case: Case) -> Figures | None:
    """A form is sent, and something else is expected."""
    for check, observation in _answers(case):
        is_form = observation.step.sends.get("form") is not None
        if check.answers < REFUSED and is_form and status_of(observation) == INVALID:
            return {"request": observation.step.name}
    return None


def wrong_status(case: Case) -> Figures | None:
    """What is to be refused is refused, with another status."""
    for check, observation in _answers(case):
        status = status_of(observation)
        refused = isinstance(status, int) and REFUSED <= status < 500 and status not in ABSENT  # noqa: PLR2004
        if check.answers >= REFUSED and refused and status != check.answers and json_login(case) is None:
            return {"request": observation.step.name, "status": str(status), "due": str(check.answers)}
    return None


def _answers(case: Case) -> Iterator[tuple[Answers, Observation]]:
    for check in case.open(Answers):
        for about in case.subjects(check):
            yield check, about.observation
