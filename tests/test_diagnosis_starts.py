"""Misconceptions about keys, lifetimes and dicts of claims in their other guises, and what is none of them."""

from __future__ import annotations

import base64

import pytest
from evidence_builder import (
    Behaviour,
    Failed,
    check,
    diagnosed,
    evidence,
    gives,
    raises,
    returned,
    token,
    token_of,
    told,
    value,
)
from made_tasks import KEYED, PASTED, SIGNED, STOPS, giving, handing, living, loaded, signed_with, starting

from grader.evidence import Error

FIELD = "1 validation error for Settings\njwt_secret\n  Field required [type=missing, input_value={}]"
MISSES = "SECRET_KEY is not set"


def exiting(message: str, complaint: str = "", literals: tuple[str, ...] = ()) -> Behaviour:
    """End the program with an exit code of 1."""
    error = Error(type="SystemExit", message=message, line=3)
    return lambda step: told(step, "exited", exit_code=1, error=error, complaint=complaint, literals=literals)


def first(behave: Behaviour) -> Failed:
    """Give a task whose file does not load although the variable is set."""
    return evidence(run=loaded(KEYED, behave)), (check("run", ends="returned"),)


def restarted(key: str) -> Failed:
    """Give a task whose file is loaded without its variable, which fails, then with this key, which should."""
    without = loaded({}, raises("KeyError", "'SECRET_KEY'"))
    given = evidence(run=loaded(KEYED), without=without, weak=loaded({"SECRET_KEY": key}))
    return given, (STOPS, check("weak", name="weak", ends="failed"))


def unclear(behave: Behaviour) -> Failed:
    """Give a task whose file stops without its variable, in this way."""
    given, _ = starting(lambda step: told(step, "not_reached"), behave)
    return given, (STOPS, check("without", name="named", says="SECRET_KEY"))


SIGNS: dict[str, tuple[Failed, str, str]] = {
    "field_of_settings": (first(raises("pydantic.ValidationError", FIELD)), "wrong_variable", "for `jwt_secret`."),
    "exit_without_what_is_looked_for": (
        first(exiting(MISSES, literals=("HS256", MISSES, "APP_SECRET"))),
        "wrong_variable",
        "for `APP_SECRET`.",
    ),
    "method_of_none": (
        starting(raises("AttributeError", "'NoneType' object has no attribute 'encode'")),
        "secret_unset",
        "has no attribute 'encode').",
    ),
    "empty_text_signs": (
        starting(signed_with(""), literals=("",)),
        "secret_unset",
        "(answer.py: the key is an empty text).",
    ),
    "exit_in_a_call": (starting(exiting(MISSES)), "secret_read_late", "only when answer(...) is called."),
    "always_made_up": (
        (
            evidence(
                run=loaded(KEYED),
                answer=lambda step: returned(step, token(step, {"sub": "alice"}, f"made up at {step.at}")),
            ),
            (SIGNED,),
        ),
        "secret_per_process",
        "Your program makes up a new key each time it starts, so it refuses its own tokens after a restart.",
    ),
    "one_byte": (restarted("k"), "weak_secret", "Your program starts with a key of 1 byte, and HS256 asks"),
    "empty": (restarted(""), "weak_secret", "Your program starts with an empty key, and HS256 asks"),
    "bytes_of_a_key": (
        (evidence(reads=["key"], key=gives(b"abc")), (check("key", min_bytes=32),)),
        "weak_secret",
        "`key` has only 3 bytes, and",
    ),
    "no_words": (unclear(exiting("1")), "unclear_error", "it stops without a word."),
    "other_words": (unclear(exiting("1", "Oh no.\n")), "unclear_error", "it says “Oh no”."),
    "tuple": (giving((PASTED, 900), SIGNED), "wrapped_token", "wrapped in a tuple"),
    "bearer": (giving(f"Bearer {PASTED}", SIGNED), "wrapped_token", "wrapped in a longer text"),
    "base64": (giving(base64.b64encode(PASTED.encode()).decode(), SIGNED), "wrapped_token", "in base64 once more"),
    "json": (giving(f'{{"jwt": "{PASTED}"}}', SIGNED), "wrapped_token", "wrapped in a longer text"),
    "text_of_the_dict": (
        handing({"sub": "alice"}, token_of(lambda _: {"sub": "{'sub': 'alice'}"}), check(claim="sub", equals="alice")),
        "nested_data",
        "inside the claim `sub`,",
    ),
    "overwritten": (
        handing({"sub": "alice"}, token_of(lambda _: {"sub": "access"}), check(claim="sub", equals="alice")),
        "drops_data",
        "but the payload has something else there.",
    ),
    "emptied": (
        handing({"a": 1}, lambda step: returned(step, arguments=(value({}),)), check(keeps="arguments")),
        "mutates_input",
        "it is not as it was.",
    ),
    "always_half_an_hour": (living(default=1800, five=1800, week=1800, zero=1800), "ignored_lifetime", "lives 30 min."),
    "nothing_or_less": (
        living(default=900, five=300, zero=900, past=900),
        "falsy_lifetime",
        "A lifetime of zero or less is taken for none: the token lives 15 min,",
    ),
    "whole_days_of_less_than_nothing": (
        living(default=900, five=300, past=86_100),
        "timedelta_seconds",
        "A token that should expire 5 min before the call expires 23 h 55 min after it:",
    ),
    "no_time_by_default": (living(default=0, five=300, week=604_800, zero=0), "wrong_default_lifetime", "lives 0 s,"),
}


@pytest.mark.parametrize(("case", "label", "words"), SIGNS.values(), ids=SIGNS)
def test_signs(case: Failed, label: str, words: str) -> None:
    """Each is known for what it is, and for nothing else."""
    given, checks = case
    (found,) = diagnosed(given, *checks)
    assert found.label == label
    assert words in found.happened


NO_SIGNS: dict[str, Failed] = {
    "right": living(default=900, five=300, week=604_800, zero=0),
    "longer_than_given": living(default=900, five=600, week=604_800, zero=0),
    "own_error_with_the_right_name": first(exiting(MISSES, literals=("SECRET_KEY", "JWT_SECRET"))),
    "signed_differently_each_time": (
        evidence(
            run=loaded(KEYED), answer=lambda step: returned(step, token(step, {"sub": "a"}, str(step.at), alg="ES256"))
        ),
        (SIGNED,),
    ),
    "stumbles_without_asking": starting(raises("ZeroDivisionError", "division by zero")),
    "key_derived_from_nothing": starting(signed_with("derived")),
    "all_that_is_there": handing({"sub": "alice"}, token_of(lambda _: {"sub": "alice"}), check(claim="a", equals=1)),
}


@pytest.mark.parametrize("case", NO_SIGNS.values(), ids=NO_SIGNS)
def test_no_signs(case: Failed) -> None:
    """What is right, or wrong in a way of its own, is given no label."""
    given, checks = case
    assert diagnosed(given, *checks) == ()
