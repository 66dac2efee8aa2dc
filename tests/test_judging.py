"""Verdicts over the evidence of three rounds: what is skipped, what is told once, and where a check must hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evidence_builder import (
    AT,
    Behaviour,
    check,
    evidence,
    gives,
    raised,
    returned,
    silent,
    token_of,
    told,
    verdicts,
)

from grader.evidence import Observation
from grader.judge.judging import judge, not_attempted, refused
from grader.plan import Step
from grader.report import Sighting
from grader.zones import ZONES

NOT_REACHED = "Not checked: the program did not get this far."
IS_TOKEN = check(is_="token")
VERIFIES = check(name="signed", token={"secret": "$secret", "algorithms": ["HS256"]}, needs=["good"])
EXPIRES = check(name="timed", claim="exp", equals="now + 30 min", needs=["signed"])


def test_all_passed() -> None:
    """What holds in every round has passed with all of its points and no message."""
    given = evidence(answer=token_of(lambda step: {"exp": step.at + 1800}))
    results = judge([IS_TOKEN, VERIFIES, EXPIRES], given)
    assert [(r.id, r.title, r.part, r.status, r.points, r.max_points, r.message) for r in results] == [
        ("good", "is good", "task", "passed", 1, 1, ""),
        ("signed", "is signed", "task", "passed", 1, 1, ""),
        ("timed", "is timed", "task", "passed", 1, 1, ""),
    ]


def test_what_needs_a_failed_check_is_skipped() -> None:
    """A check whose need did not pass is skipped, and so is one that needs a skipped one: only one of them failed."""
    given = evidence(answer=gives("none"))
    assert verdicts(given, IS_TOKEN, VERIFIES, EXPIRES) == [
        ("failed", "Expected answer(...) to be a token and nothing else, but it is the text 'none'."),
        ("skipped", "Not checked: it needs “is good”."),
        ("skipped", "Not checked: it needs “is signed”."),
    ]


def test_faults_of_values_are_told_each() -> None:
    """Two checks of the same value that do not hold have failed both, and nothing is earned."""
    given = evidence(answer=gives("7"))
    results = judge([check(is_="int"), check(name="right", equals=7)], given)
    assert [(result.status, result.points) for result in results] == [("failed", 0), ("failed", 0)]


def test_one_exception_is_told_once() -> None:
    """The first check that needs the step's result tells why there is none, the others did not get that far."""
    given = evidence(answer=lambda step: raised(step, "ValueError", "no", 2), other=gives(7))
    checks = [check(is_="str"), check(name="again", is_="token"), check("other", name="other", equals=7)]
    assert verdicts(given, *checks) == [
        ("failed", "answer.py:2: ValueError: no"),
        ("skipped", NOT_REACHED),
        ("passed", ""),
    ]


def test_what_was_there_is_told_from_what_was_not() -> None:
    """A value that is not as it should be was observed; where a step gave nothing, there was nothing to observe."""
    given = evidence(answer=lambda step: raised(step, "ValueError", "no", 2), other=gives(7))
    results = judge([check(is_="str"), check("other", name="other", is_="str")], given)
    assert [(result.status, result.observed) for result in results] == [("failed", False), ("failed", True)]


def test_two_exceptions_are_told_each() -> None:
    """Steps that fail for different reasons are different faults."""
    given = evidence(
        answer=lambda step: raised(step, "ValueError", "no", 2), other=lambda step: raised(step, "KeyError", "'a'", 5)
    )
    assert verdicts(given, check(is_="str"), check("other", name="other", is_="str")) == [
        ("failed", "answer.py:2: ValueError: no"),
        ("failed", "answer.py:5: KeyError: 'a'"),
    ]


def test_what_the_loading_prevents_is_told_once() -> None:
    """Where the file did not load, the loading is to blame for each step that was not reached."""
    given = evidence(run=lambda step: raised(step, "NameError", "x", 1), answer=lambda step: told(step, "not_reached"))
    assert verdicts(given, check(is_="str"), check(name="again", is_="str")) == [
        ("failed", "answer.py:1: NameError: x"),
        ("skipped", NOT_REACHED),
    ]


def test_each_zone_has_its_own_to_blame() -> None:
    """What was not reached in one zone is blamed on what happened there, not on what happened in another."""

    def loads(step: Step) -> Observation:
        return returned(step) if step.zone == ZONES[0] else raised(step, "NameError", step.zone.name, 1)

    def reached(step: Step) -> Observation:
        return returned(step, "x") if step.zone == ZONES[0] else told(step, "not_reached")

    given = evidence(run=loads, answer=reached)
    assert verdicts(given, check(is_="str")) == [
        ("failed", "On a server at UTC+05:37: answer.py:1: NameError: UTC+05:37")
    ]


def test_a_hang_keeps_the_results_before_it() -> None:
    """A step that never ended is blamed alone: what was done before it is judged, what comes after it is skipped."""

    def hangs(step: Step) -> Observation:
        return silent(step, "timed_out" if step.zone == ZONES[0] else "not_reached")

    given = evidence(before=gives(7), answer=hangs, after=lambda step: told(step, "not_reached"))
    checks = [check("before", name="before", equals=7), check(is_="str"), check("after", name="after", equals=7)]
    assert verdicts(given, *checks) == [
        ("passed", ""),
        (
            "failed",
            "answer(...) was stopped because it had not finished in time: look for a loop that never ends.",
        ),
        ("skipped", NOT_REACHED),
    ]


def elsewhere(*wrong: int) -> Behaviour:
    """Give a token that lives longer by the distance from UTC in the rounds of these numbers."""
    return token_of(
        lambda step: {"exp": step.at + 1800 + (step.zone.offset if step.at in [AT[i] for i in wrong] else 0)}
    )


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ((0, 1), "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 6 h 7 min after it."),
        ((1, 2), "On a server at UTC+05:37: expected `exp` 30 min after the call, but it is 6 h 7 min after it."),
        ((2,), "On a server at UTC-07:37: expected `exp` 30 min after the call, but it is 7 h 7 min before it."),
    ],
    ids=["east", "east_and_west", "west"],
)
def test_a_check_must_hold_in_every_round(wrong: tuple[int, ...], words: str) -> None:
    """One zone in which it does not hold is enough, and the first such is named."""
    asked = check(claim="exp", equals="now + 30 min")
    (result,) = judge([asked], evidence(answer=elsewhere(*wrong)))
    assert (result.part, result.status, result.message) == ("task", "failed", words)
    number = 1 if 1 in wrong else 2
    zone, at = ZONES[number], AT[number]
    payload = {"exp": at + 1800 + zone.offset}
    assert result.token == Sighting({"alg": "HS256", "typ": "JWT"}, payload, at, zone.offset)


def test_what_holds_nowhere_names_no_place() -> None:
    """A fault that shows in every round is told without a place, and the token of the first round goes with it."""
    (result,) = judge([check(claim="exp", equals="now")], evidence(answer=token_of(lambda _: {"exp": 60})))
    assert result.message == "Expected `exp` to be the moment of the call, but it is more than 10 years before it."
    assert result.token is not None
    assert (result.token.at, result.token.offset) == (AT[0], 0)


def test_not_attempted() -> None:
    """Where nothing was handed in no check failed and each says so."""
    results = not_attempted([IS_TOKEN, VERIFIES], "Not handed in yet.")
    assert [(r.id, r.part, r.status, r.points, r.max_points, r.message) for r in results] == [
        ("good", "task", "not_attempted", 0, 1, "Not handed in yet."),
        ("signed", "task", "not_attempted", 0, 1, "Not handed in yet."),
    ]


def test_refused() -> None:
    """Where the file could not be taken the first check says why and the others were not reached."""
    results = refused([IS_TOKEN, VERIFIES, EXPIRES], "answer.py is larger than 256 KiB.")
    assert [(r.id, r.part, r.status, r.points, r.message) for r in results] == [
        ("good", "task", "failed", 0, "answer.py is larger than 256 KiB."),
        ("signed", "task", "skipped", 0, NOT_REACHED),
        ("timed", "task", "skipped", 0, NOT_REACHED),
    ]


def test_what_comes_after_a_loading_blames_that_loading() -> None:
    """A call after the file was loaded anew did not come about because of that loading, not because of an earlier."""

    def loading(message: str) -> Behaviour:
        return lambda step: raised(replace(step, do="run"), "KeyError", message)

    given = evidence(first=loading("1"), second=loading("2"), answer=lambda step: told(step, "not_reached"))
    assert verdicts(given, check("first", ends="failed"), check(name="made", is_="token")) == [
        ("passed", ""),
        ("failed", "answer.py: KeyError: 2"),
    ]
