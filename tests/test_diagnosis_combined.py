"""Mistakes that meet in one file, figures at their edges, and what looks like a known mistake and is none."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_builder import LABELS, Behaviour, diagnosed, evidence, returned, token
from made_tasks import EXPIRES, SIGNED, USER, claims, living, making, payload

from grader.plan import UNTIL_CALLS, Step


def expiring(life: float, *, shift: int = 0, at_loading: bool = False, whole: bool = True) -> Behaviour:
    """Give a token that expires after so many seconds, from when and where it should not."""

    def exp(step: Step) -> float:
        start = step.at - UNTIL_CALLS if at_loading else step.at
        return (int(start) if whole else start) + life + shift * step.zone.offset

    return payload(exp=exp)


def names(answer: Behaviour, **run: Any) -> list[str]:
    """Give the labels that a token is diagnosed with."""
    given, checks = making(answer, **run)
    return [found.label for found in diagnosed(given, *checks)]


SHIFTS = {"": 0, "local_time": 1, "double_shift": -1}
LIVES = {"": 1800, "days_for_minutes": 30 * 86400, "seconds_for_minutes": 30}
STARTS = {"": False, "import_time_exp": True}


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("whole", [True, False], ids=["whole_seconds", "fractions"])
def test_mistakes_of_time_are_told_apart(life: str, start: str, shift: str, *, whole: bool) -> None:
    """Unit, beginning and zone of an expiry can each be wrong, and every mixture is told by its parts."""
    answer = expiring(LIVES[life], shift=SHIFTS[shift], at_loading=STARTS[start], whole=whole)
    assert names(answer) == [label for label in LABELS if label in (life, start, shift)]


def test_wrong_secret_and_local_time() -> None:
    """A mistake in a claim is named although the signature, which is told first, kept it from being checked."""

    def answer(step: Step) -> Any:
        return returned(step, token(step, claims(step, exp=step.at + 1800 + step.zone.offset), "in the file"))

    assert names(answer, literals=("in the file",)) == ["hard_coded_secret", "local_time"]


PAIRS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "text_and_no_exp": (
        {"user_id": lambda step: str(step.bindings["$user_id"]), "exp": ...},
        ["string_user_id", "no_exp"],
    ),
    "text_and_text": (
        {"user_id": lambda step: str(step.bindings["$user_id"]), "exp": "2031-03-04"},
        ["string_user_id", "string_exp"],
    ),
    "other_name_and_hours": (
        {"user_id": ..., "uid": 7, "exp": lambda step: step.at + 7200},
        ["wrong_claim_name", "wrong_lifetime"],
    ),
    "hours_in_local_time": (
        {"exp": lambda step: int(step.at) + 7200 + step.zone.offset},
        ["wrong_lifetime", "local_time"],
    ),
    "other_name_and_relative": ({"user_id": ..., "uid": 7, "exp": 1800}, ["wrong_claim_name", "relative_exp"]),
    "other_name_and_milliseconds": (
        {"user_id": ..., "uid": 7, "exp": lambda step: int(step.at * 1000)},
        ["wrong_claim_name", "milliseconds"],
    ),
}


@pytest.mark.parametrize(("changed", "both"), PAIRS.values(), ids=PAIRS)
def test_two_wrong_claims(changed: dict[str, Any], both: list[str]) -> None:
    """Mistakes in two claims are both named, the more basic first."""
    assert names(payload(**changed)) == both


IN_LOCAL_TIME = {
    "wrong_default_lifetime": living(local=True, default=1800, five=300, week=604_800, zero=0),
    "falsy_lifetime": living(local=True, default=900, five=300, week=604_800, zero=900),
    "ignored_lifetime": living(local=True, default=900, five=900, week=900),
    "timedelta_seconds": living(local=True, default=900, five=300, week=0),
}


@pytest.mark.parametrize("label", IN_LOCAL_TIME)
def test_lifetimes_are_compared_in_local_time_too(label: str) -> None:
    """Which zone the time was taken from does not hide what was done with the lifetime."""
    given, checks = IN_LOCAL_TIME[label]
    assert [found.label for found in diagnosed(given, *checks)] == [label, "local_time"]


NOT_KNOWN: dict[str, dict[str, Any]] = {
    "right": {},
    "a_century_too_long": {"exp": lambda step: step.at + 100 * 365 * 86_400},
    "fixed": {"exp": 1_900_000_000},
    "true": {"exp": True},
    "list": {"exp": [1]},
    "other_user": {"user_id": 8},
}


@pytest.mark.parametrize("changed", NOT_KNOWN.values(), ids=NOT_KNOWN)
def test_what_is_no_known_mistake_has_no_label(changed: dict[str, Any]) -> None:
    """Right claims and those that are wrong in a way of their own are given no label."""
    assert names(payload(**changed)) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param(expiring(30 * 86400, whole=False), "The token lives 30 d, not 30 minutes", id="days"),
        pytest.param(expiring(30 * 86400), "The token lives 30 d, not 30 minutes", id="days_whole"),
        pytest.param(expiring(30, whole=False), "The token lives 30 s, not 30 minutes", id="seconds"),
        pytest.param(expiring(30), "The token lives 30 s, not 30 minutes", id="seconds_whole"),
        pytest.param(payload(exp=30), "`exp` is 30: as a moment", id="relative_minutes"),
        pytest.param(payload(exp=1800.5), "`exp` is 1800.5: as a moment", id="relative_seconds"),
        pytest.param(payload(exp=2_592_000), "`exp` is 2592000: as a moment", id="relative_month"),
    ],
)
def test_figures(answer: Behaviour, words: str) -> None:
    """Figures are those that the student would name, whichever fraction of a second it was."""
    (found,) = diagnosed(evidence(answer=answer), SIGNED, USER, EXPIRES)
    assert found.happened.startswith(words)
