"""Checks of how a step went: how it ended, how it called PyJWT's encode, and what became of its arguments."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_builder import (
    Behaviour,
    bindings,
    check,
    encoding,
    evidence,
    raises,
    returned,
    step,
    token,
    told,
    value,
    verdicts,
)

from grader.evidence import Encoding, Error, Observation
from grader.judge.checks import holds
from grader.judge.subject import subject

GOOD = token(step(), {"user_id": 7})


def sentence(observation: Observation, **verb: Any) -> str | None:
    """Say what is wrong with how a step went, by one check."""
    return holds(check(**verb), subject(observation, ""))


ENDED: dict[str, tuple[str, Behaviour, bool, str | None]] = {
    "returned": ("returned", returned, False, None),
    "raised": ("raised", raises("ValueError", "x"), False, None),
    "ran_to_its_end": ("raised", returned, False, "Expected the file to end with an error, but it ran to its end."),
    "raised_instead": ("returned", raises("ValueError", "x"), False, "answer.py:3: ValueError: x"),
    "script_exits_0": ("returned", lambda step: told(step, "exited", exit_code=0), True, None),
    "script_exits_1": (
        "returned",
        lambda step: told(step, "exited", exit_code=1),
        True,
        "Running answer.py ended the whole program: take out sys.exit(), exit() or quit().",
    ),
    "module_exits_0": (
        "returned",
        lambda step: told(step, "exited", exit_code=0),
        False,
        "Running answer.py ended the whole program: take out sys.exit(), exit() or quit().",
    ),
    "script_exits_0_without_error": (
        "raised",
        lambda step: told(step, "exited", exit_code=0),
        True,
        "Expected the file to end with an error, but it ran to its end.",
    ),
    "exits_1_where_it_is_to_fail": ("failed", lambda step: told(step, "exited", exit_code=1), False, None),
    "exits_0_where_it_is_to_fail": (
        "failed",
        lambda step: told(step, "exited", exit_code=0),
        False,
        "Expected the file to end with an error, but its exit code is 0, which means success.",
    ),
}


@pytest.mark.parametrize(("end", "run", "script", "words"), ENDED.values(), ids=ENDED)
def test_ends(end: str, run: Behaviour, words: str | None, *, script: bool) -> None:
    """A file ends well or with an error; a script may end itself with success, a module may not."""
    given = evidence(script=script, run=run)
    assert verdicts(given, check("run", ends=end)) == [("failed", words) if words else ("passed", "")]


ANOTHER = "Expected the token to be made by PyJWT's encode, but what encode gave is another one."
UNCALLED = "Expected the token to be made by PyJWT's encode, but encode was not called."
NAMES_ONE = "Expected encode to be called without an algorithm, but{} it is given one."
ENCODINGS: dict[str, tuple[str, tuple[Encoding, ...], str | None]] = {
    "called": ("called", (encoding(named=True, made=GOOD),), None),
    "decoy": ("called", (encoding(made=f"{GOOD}x"),), ANOTHER),
    "one_of_two": ("called", (encoding(made="x.y.z"), encoding(made=GOOD)), None),
    "not_called": ("called", (), UNCALLED),
    "omitted": ("algorithm_omitted", (encoding(), encoding(4, made=GOOD)), None),
    "not_called_without": ("algorithm_omitted", (), UNCALLED),
    "first_of_two": (
        "algorithm_omitted",
        (encoding(4), encoding(5, named=True), encoding(6, named=True, made=GOOD)),
        NAMES_ONE.format(" in line 5"),
    ),
    "line_unknown": ("algorithm_omitted", (encoding(named=True, made=GOOD),), NAMES_ONE.format("")),
}


@pytest.mark.parametrize(("what", "calls", "words"), ENCODINGS.values(), ids=ENCODINGS)
def test_encode(what: str, calls: tuple[Encoding, ...], words: str | None) -> None:
    """Encode made the token, or was never called with an algorithm; the first line that names one is told."""
    assert sentence(returned(step(), GOOD, encodings=calls), encode=what) == words


ARGUMENTS: dict[str, tuple[tuple[Any, ...], list[object], bool]] = {
    "kept": (({"sub": "alice"}, "$secret"), [{"sub": "alice"}, bindings()["$secret"]], True),
    "added_to": (({"sub": "alice"},), [{"sub": "alice", "exp": 1}], False),
    "emptied": (({"sub": "alice"},), [{}], False),
    "changed_inside": (({"user": {"id": 1}},), [{"user": {"id": 2}}], False),
    "changed_type": (({"id": 1},), [{"id": True}], False),
    "one_lost": ((1, 2), [1], False),
}


@pytest.mark.parametrize(("given", "left", "right"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_keeps_arguments(given: tuple[Any, ...], left: list[object], *, right: bool) -> None:
    """Arguments that are not as they were handed over have been changed, however deep inside."""
    observed = returned(step(args=given), arguments=tuple(value(part) for part in left))
    words = "Expected answer(...) to leave its arguments as they were, but it changed them: work on a copy."
    assert sentence(observed, keeps="arguments") == (None if right else words)


NOT_ALLOWED = Error(
    type="jwt.exceptions.InvalidAlgorithmError", message="The specified alg value is not allowed", line=7
)
GUARDED = Error(type="jwt.exceptions.InvalidKeyError", message="The specified key is an asymmetric key", line=7)
CAME_TO_THE_KEY = (
    "Expected decode to refuse the token for its algorithm, but it allowed that and came to the key (in line 7: "
    "jwt.exceptions.InvalidKeyError: The specified key is an asymmetric key)."
)


@pytest.mark.parametrize(
    ("refusals", "told"),
    [
        pytest.param((), None, id="not by decode"),
        pytest.param((NOT_ALLOWED,), None, id="for the algorithm"),
        pytest.param((GUARDED,), CAME_TO_THE_KEY, id="for the key"),
        pytest.param((NOT_ALLOWED, GUARDED), CAME_TO_THE_KEY, id="tried again"),
    ],
)
def test_decode_refuses_for_the_algorithm(refusals: tuple[Error, ...], told: str | None) -> None:
    """What decode refused is looked at, whether or not the program caught it."""
    assert sentence(returned(step(), None, refusals=refusals), decode="algorithm_refused") == told
