"""Checks of claims that are moments: judged to less than one second, and told by their distance from the call."""

from __future__ import annotations

import dataclasses
import math

import pytest
from evidence_builder import AT, check, returned, step, token

from grader.judge.checks import holds
from grader.judge.subject import subject

NOW = AT[0]
DUE = NOW + 1800
YEARS = 10 * 365 * 86400


def moment(exp: object, due: str = "now + 30 min", at: float = NOW) -> str | None:
    """Say what is wrong with the expiry of a token that was made at this moment."""
    called = dataclasses.replace(step(), at=at)
    return holds(check(claim="exp", equals=due), subject(returned(called, token(called, {"exp": exp})), ""))


@pytest.mark.parametrize(
    "exp",
    [DUE, DUE - 0.99, DUE + 0.99, int(DUE), math.ceil(DUE), round(DUE), int(NOW) + 1800],
    ids=["exact", "almost_1_s_less", "almost_1_s_more", "cut", "up", "rounded", "added_to_whole_seconds"],
)
def test_a_moment_may_be_part_of_a_second_off(exp: float) -> None:
    """Seconds may be whole or not, cut or rounded."""
    assert moment(exp) is None


@pytest.mark.parametrize("exp", [DUE - 1, DUE + 1], ids=["less", "more"])
def test_a_moment_may_not_be_a_whole_second_off(exp: float) -> None:
    """What is a second off was not meant to be this moment."""
    assert moment(exp) is not None


MOMENTS: dict[str, tuple[float, str, str]] = {
    "2_s_more": (DUE + 2, "now + 30 min", "30 min after the call, but it is 30 min 2 s after it"),
    "2_s_less": (DUE - 2, "now + 30 min", "30 min after the call, but it is 29 min 58 s after it"),
    "at_the_call": (NOW, "now + 30 min", "30 min after the call, but it is 0 s after it"),
    "in_the_past": (NOW - 3600, "now + 30 min", "30 min after the call, but it is 1 h before it"),
    "30_days": (int(NOW) + 30 * 86400, "now + 30 min", "30 min after the call, but it is 30 d after it"),
    "milliseconds": (DUE * 1000, "now + 30 min", "30 min after the call, but it is more than 10 years after it"),
    "relative": (1800, "now + 30 min", "30 min after the call, but it is more than 10 years before it"),
    "infinite": (math.inf, "now + 30 min", "30 min after the call, but it is more than 10 years after it"),
    "10_years": (NOW + YEARS, "now + 30 min", "30 min after the call, but it is 3650 d after it"),
    "over_10_years": (NOW + YEARS + 1, "now + 30 min", "30 min after the call, but it is more than 10 years after it"),
    "due_before": (NOW, "now - 2 h", "2 h before the call, but it is 0 s after it"),
    "due_now": (NOW + 60, "now", "to be the moment of the call, but it is 1 min after it"),
    "due_in_seconds": (NOW, "now + 90 s", "1 min 30 s after the call, but it is 0 s after it"),
    "due_in_days": (NOW, "now + 7 d", "7 d after the call, but it is 0 s after it"),
}


@pytest.mark.parametrize(("exp", "due", "words"), MOMENTS.values(), ids=MOMENTS)
def test_a_moment_is_wrong(exp: float, due: str, words: str) -> None:
    """A moment is told by its distance from the call, as the one that was due is."""
    assert moment(exp, due) == f"Expected `exp` {words}."


@pytest.mark.parametrize(
    ("exp", "kind"),
    [(str(int(DUE)), "a text"), (True, "True or False"), (None, "None"), ([DUE], "a list"), ({}, "a dict")],
    ids=["digits", "bool", "null", "list", "dict"],
)
def test_a_moment_is_a_number(exp: object, kind: str) -> None:
    """Digits in quotes are no number of seconds, and neither is True."""
    assert moment(exp) == f"Expected the claim `exp` to be a number of seconds since 1970, but it is {kind}."


@pytest.mark.parametrize("exp", [math.nan, 10**400], ids=["not_a_number", "more_than_a_float_holds"])
def test_a_moment_may_be_any_number(exp: float) -> None:
    """A number that is no moment at all fails the check like any other, and is never the grader's fault."""
    assert (moment(exp) or "").startswith("Expected `exp` 30 min after the call, but it is ")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (31.0, "31 s after"),
        (-0.5, "0 s after"),
        (-61.0, "1 min 1 s before"),
        (1799.0, "29 min 59 s after"),
        (1801.0, "30 min 1 s after"),
        (1805.0, "30 min 5 s after"),
    ],
)
def test_odd_seconds_are_told_as_they_are(seconds: float, words: str) -> None:
    """A distance of whole seconds is told exactly."""
    assert moment(NOW + seconds) == f"Expected `exp` 30 min after the call, but it is {words} it."


def test_rounded_seconds_do_not_depend_on_chance() -> None:
    """A moment is told in the same words at whichever fraction of a second it was made."""
    at = [NOW + fraction / 10 for fraction in range(10)]
    told = {moment(round(call) + 60, at=call) for call in at}
    assert told == {"Expected `exp` 30 min after the call, but it is 1 min after it."}
