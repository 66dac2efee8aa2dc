"""Misconceptions that show in how an application answers requests: where, to what, and with which status."""

from __future__ import annotations

from collections.abc import Iterator

from grader.evidence import Observation, item
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.trust import REFUSED, status_of
from grader.verbs import Answers

ABSENT = {404: "there is nothing at this path", 405: "the path is there, but for another method"}
INVALID = 422
FAULT = 500
NOT_AUTHENTICATED = "Not authenticated"
"""What FastAPI's own classes for security say where there is no token in the header."""
PLACES = {"query": "the address, as a query parameter", "header": "a header", "cookie": "a cookie"}


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


def body_not_read(case: Case) -> Figures | None:
    """JSON is sent, and what is in it is looked for elsewhere."""
    for check, observation in _answers(case):
        if check.answers < REFUSED and observation.step.sends.get("json") and (place := _looked_for(observation)):
            return {"request": observation.step.name, "place": place}
    return None


def _looked_for(observation: Observation) -> str | None:
    """Tell where FastAPI has missed something, which it says in the answer."""
    told = item(observation.reply.value if observation.reply else None, "json")
    detail = item(told, "detail")
    if status_of(observation) != INVALID:
        return PLACES["header"] if detail and detail.data == NOT_AUTHENTICATED else None
    missed = [item(fault, "loc") for fault in (detail.items if detail else None) or ()]
    places = [str(loc.items[0].data) for loc in missed if loc and loc.items]
    return next((PLACES[place] for place in places if place in PLACES), None)


def wrong_status(case: Case) -> Figures | None:
    """What is to be refused is refused, with another status."""
    for check, observation in _answers(case):
        status = status_of(observation)
        refused = isinstance(status, int) and REFUSED <= status < FAULT and status not in ABSENT
        if check.id in case.failed and check.answers >= REFUSED and refused and status != check.answers:
            return {"request": observation.step.name, "status": str(status), "due": str(check.answers)}
    return None


def _answers(case: Case) -> Iterator[tuple[Answers, Observation]]:
    for check in case.open(Answers):
        for about in case.subjects(check):
            yield check, about.observation
