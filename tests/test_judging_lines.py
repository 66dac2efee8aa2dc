"""The student's line that goes with a failure, and replies that no honest process would give."""

from __future__ import annotations

from dataclasses import replace

import pytest
from evidence_builder import check, evidence, raises, told, verdicts

from grader.evidence import Error, Observation, Reply
from grader.judge.judging import judge


def test_the_line_of_an_exception_is_shown() -> None:
    """The failed check has the student's line, its number and nothing harmful in it."""
    given = evidence("import jwt\n  x = '\u202e'  # \x1b\n", answer=raises("NameError", "x", 2))
    (result,) = judge([check(is_="token")], given)
    assert (result.line, result.excerpt) == (2, "x = '\N{REPLACEMENT CHARACTER}'  # \N{REPLACEMENT CHARACTER}")


def test_a_line_that_is_not_utf_8_is_shown_as_far_as_it_can_be() -> None:
    """Bytes that are no text have a sign in their places."""
    given = replace(evidence(answer=raises("NameError", "x", 1)), source=b"a = '\xff'")
    (result,) = judge([check(is_="token")], given)
    assert result.excerpt == "a = '\N{REPLACEMENT CHARACTER}'"


RAISES = "Your own `raise` ended the call, where an answer was due."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("    raise ValueError('no role')", f"answer.py:1: ValueError: no role. {RAISES}"),
        ("raised = int(text)", "answer.py:1: ValueError: no role"),
        ("", "answer.py:1: ValueError: no role"),
    ],
)
def test_an_error_that_the_program_raises_itself_is_told_as_such(line: str, told: str) -> None:
    """Who has a program refuse something is told that it was due, which the words of the error do not say."""
    given = evidence(f"{line}\n", answer=raises("ValueError", "no role", 1))
    assert verdicts(given, check(is_="token")) == [("failed", told)]


@pytest.mark.parametrize("line", [None, -9, -1, 0, 3, 10**12])
def test_a_line_that_is_not_there_is_not_shown(line: int | None) -> None:
    """A number that no line has, which a program may claim, shows none and raises nothing."""
    error = Error.model_construct(type="NameError", message="x", line=line)
    reply = Reply.model_construct(end="raised", error=error)
    (result,) = judge([check(is_="token")], evidence("a\nb\n", answer=lambda s: Observation(s, "raised", "", reply)))
    assert result.excerpt == ""


def test_nothing_to_blame() -> None:
    """A process may claim that every step was not reached; that is no reason to raise."""
    (status, _), *_ = verdicts(
        evidence(run=lambda s: told(s, "not_reached"), answer=lambda s: told(s, "not_reached")), check(is_="token")
    )
    assert status == "failed"
