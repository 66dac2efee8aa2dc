"""Misconceptions about what a token has to say before it can be trusted: for whom, from whom, from when until when."""

from __future__ import annotations

from grader.evidence import Observation
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.answers import is_accepted
from grader.judge.signs.trust import (
    NO_CLAIM,
    OPTIONAL,
    accepted,
    errors_of,
    name_of,
    unverified_decode,
)


def audience_not_given(case: Case) -> Figures | None:
    """PyJWT's decode is not told which audience it is, so that it refuses every token that has one."""
    errors = ((o.step.id, name_of(error)) for o, error in errors_of(case, refusals=False))
    raised = any(name == "InvalidAudienceError" and case.asks_about(step) for step, name in errors)
    refused = case.asks_about("good") and _read(case, "no_audience") and not _read(case, "good")
    return {} if raised or refused else None


def audience_list(case: Case) -> Figures | None:
    """A list of audiences is refused, a single one is not."""
    if unverified_decode(case) is not None or not case.asks_about("listed"):
        return None
    return {} if _read(case, "good") and any(_steps(case, "listed")) and not _read(case, "listed") else None


def audience_not_checked(case: Case) -> Figures | None:
    """A token that is meant for somebody else is accepted."""
    return _unchecked(case, "audience")


def issuer_not_checked(case: Case) -> Figures | None:
    """A token from somebody else is accepted."""
    return _unchecked(case, "issuer")


def claims_not_required(case: Case) -> Figures | None:
    """A token is accepted in which a claim is missing that PyJWT does not look for by itself."""
    stumbled = {o.step.id for o, error in errors_of(case, refusals=True) if error.type == "KeyError"}
    missing = [claim for claim in OPTIONAL if accepted(case, f"^no_{claim}$") or f"no_{claim}" in stumbled]
    return {"claims": _listed(missing)} if accepted(case, NO_CLAIM) and unverified_decode(case) is None else None


def time_not_checked(case: Case) -> Figures | None:
    """A token is accepted before or after its time."""
    if unverified_decode(case) is not None:
        return None
    times = {"expired": "has expired", "early": "is not valid yet"}
    wrong = [words for step, words in times.items() if accepted(case, step)]
    return {"what": " or ".join(wrong)} if wrong else None


def _unchecked(case: Case, what: str) -> Figures | None:
    if unverified_decode(case) is not None or (what == "audience" and audience_not_given(case) is not None):
        return None
    kinds = {
        f"other_{what}": f"another {what}",
        f"(similar|part_of)_{what}": f"an {what} that only looks like the right one",
        f"no_{what}": f"no {what} at all",
    }
    kinds |= {"listed_elsewhere": "a list of other audiences"} if what == "audience" else {}
    found = [words for step, words in kinds.items() if accepted(case, step)]
    return {"which": " or ".join(found)} if found else None


def _steps(case: Case, name: str) -> list[Observation]:
    return [each[name] for each in case.rounds if name in each]


def _read(case: Case, name: str) -> bool:
    """Tell whether a step of this id gave something other than None in every round."""
    steps = _steps(case, name)
    return bool(steps) and all(map(is_accepted, steps))


def _listed(claims: list[str]) -> str:
    names = [f"`{claim}`" for claim in claims]
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]
