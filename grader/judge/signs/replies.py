"""Misconceptions that show in how an application answers requests: where, to what, and with which status."""

from __future__ import annotations

from collections.abc import Iterator

from grader.evidence import Observation, item
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.trust import REFUSED, status_of
from grader.verbs import Answers

INVALID = 422
NOT_AUTHENTICATED = "Not authenticated"
"""What FastAPI's own classes for security say where there is no token in the header."""
PLACES = {"query": "the address, as a query parameter", "header": "a header", "cookie": "a cookie"}


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


def _answers(case: Case) -> Iterator[tuple[Answers, Observation]]:
    for check in case.open(Answers):
        for about in case.subjects(check):
            yield check, about.observation
