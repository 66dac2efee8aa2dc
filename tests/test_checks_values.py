"""Verbs about any value: another one, a beginning, a length; and where a path leads."""

from __future__ import annotations

import functools
from typing import Any

import pytest
from evidence_builder import check, evidence, gives, returned, step, token, verdicts

SIGNED = token(step(), {"jti": "a", "n": 1})


@pytest.mark.parametrize(
    ("thing", "verb", "words"),
    [
        ("b", {"differs": "a"}, ""),
        (None, {"differs": "a"}, ""),
        ("a", {"differs": "a"}, "Expected answer(...) to be another one each time, but it is the same again."),
        ("x" * 32, {"min_bytes": 32}, ""),
        (b"x" * 32, {"min_bytes": 32}, ""),
        ("é" * 16, {"min_bytes": 32}, ""),
        ("x" * 31, {"min_bytes": 32}, "Expected answer(...) to have at least 32 bytes, but it has 31."),
        (7, {"min_bytes": 32}, "Expected answer(...) to be a text, but it is the number 7."),
    ],
)
def test_a_verb_about_a_value(thing: object, verb: dict[str, Any], words: str) -> None:
    """Each holds, or says what was expected and what there is."""
    assert verdicts(evidence(answer=gives(thing)), check(**verb)) == [("failed" if words else "passed", words)]


@pytest.mark.parametrize(
    ("path", "expected", "words"),
    [
        ("payload.n", 1, ""),
        ("header.alg", "HS256", ""),
        ("payload.jti", "b", "Expected the claim `jti` of answer(...) to be the text 'b', but it is the text 'a'."),
        ("header.kid", "b", "Expected the header member `kid` of answer(...) to be the text 'b', but it is missing."),
        ("signature", "b", "Expected answer(...)[\"signature\"] to be the text 'b', but it is missing."),
    ],
)
def test_a_path_leads_into_a_token(path: str, expected: object, words: str) -> None:
    """The two readable parts of a token are like dicts."""
    asked = check(f"answer.{path}", equals=expected)
    assert verdicts(evidence(answer=gives(SIGNED)), asked) == [("failed" if words else "passed", words)]


def test_a_check_of_several_paths_holds_of_each() -> None:
    """The first path of which it does not hold is told."""
    given = evidence(answer=gives({"a": 1, "b": 2}))
    several = [check(["answer.a", f"answer.{other}"], equals=1) for other in "ab"]
    told = 'Expected answer(...)["b"] to be the number 1, but it is the number 2.'
    assert [verdicts(given, asked)[0] for asked in several] == [("passed", ""), ("failed", told)]


def test_texts_of_the_file_give_no_secret_away() -> None:
    """The literals of a file can be looked through for a password, in any of its disguises."""
    asked = check("run.literals", hides="wonderland")
    told = "Expected the texts in the file to give no secret away, but '%s' does."
    for text, words in (("password", ""), *((text, told % text) for text in ("wonderland", "d29uZGVybGFuZA=="))):
        given = evidence(run=functools.partial(returned, literals=(text,)))
        assert verdicts(given, asked) == [("failed" if words else "passed", words)]
