"""The catalogue of misconceptions: complete, fit to be read by a beginner, and each known by its own signature."""

from __future__ import annotations

import base64
import re

import pytest
from diagnosis_cases import CASES
from evidence_builder import LABELS, Failed, check, diagnosed, encoding, gives
from made_tasks import PASTED, SIGNED, calling, giving, loading, logging_in, making, printing
from support import all_exercises

from grader.exercise import Exercise
from grader.judge.catalogue import CATALOGUE
from grader.labels import Label


def test_every_label_is_in_the_catalogue() -> None:
    """The catalogue has just the labels of the vocabulary, in its order, and each is tried below."""
    assert list(CATALOGUE) == list(LABELS) == list(CASES)


@pytest.mark.parametrize("label", LABELS)
def test_each_is_known_by_its_own_signature(label: Label) -> None:
    """A plain case of a mistake is told word for word, and no other mistake is seen in it."""
    (given, checks), words = CASES[label]
    assert [(found.label, found.happened) for found in diagnosed(given, *checks)] == [(label, words)]


@pytest.mark.parametrize("label", LABELS)
def test_sentences_are_finished(label: Label) -> None:
    """What happened and what to do are sentences without a figure left out, and more can be read at an address."""
    (given, checks), _ = CASES[label]
    (found,) = diagnosed(given, *checks)
    for text in (found.happened, found.remedy):
        assert re.fullmatch(r"\S.{20,}[.)]", text)
        assert not re.search(r"\{\w*(![rsa])?\}|  |Fake|freezegun|None object|frozen", text)
    assert re.fullmatch(r"https://[\w.-]+/[\w./#-]+", found.link)
    assert found.link == CATALOGUE[label].link


@pytest.mark.parametrize("exercise", all_exercises().exercises, ids=lambda exercise: exercise.slug)
def test_exercises_name_labels_in_order(exercise: Exercise) -> None:
    """An exercise names each of its misconceptions once, the more basic one first."""
    named = exercise.task.misconceptions if exercise.task else ()
    assert list(named) == sorted(set(named), key=LABELS.index)


def test_every_label_is_used() -> None:
    """Each label can be told to someone: an exercise names it."""
    assert {label for each in all_exercises().exercises if each.task for label in each.task.misconceptions} == set(
        LABELS
    )


TOKEN = check("answer.access_token", token={"secret": "$secret", "algorithms": ["HS256"]})
TYPE = check("answer.token_type", name="type", equals="bearer")
CODED = base64.b64encode(b'{"user_id": 17}').decode()
OTHER_SIGNS: dict[str, tuple[Failed, str, str]] = {
    "no_access_token": (
        giving({"token": PASTED, "token_type": "bearer"}, TOKEN, TYPE),
        "response_shape",
        "The answer has not the shape that clients expect: it has no `access_token`.",
    ),
    "token_type": (
        giving({"token_type": "JWT"}, TYPE),
        "response_shape",
        "The answer has not the shape that clients expect: its `token_type` is missing or not the text 'bearer'.",
    ),
    "unknown_user": (
        logging_in(wrong=("bob", "wonderland")),
        "accepts_anyone",
        "Someone with a user name that nobody knows was given a token.",
    ),
    "algorithm_by_a_constant": (
        giving(PASTED, check(encode="algorithm_omitted"), encodings=(encoding(named=True),)),
        "names_algorithm",
        "encode is given an algorithm (your code); this exercise is about what happens without one.",
    ),
    "payload_as_json": (
        giving('{"user_id": 7}', SIGNED),
        "returns_payload",
        CASES["returns_payload"][1],
    ),
    "payload_as_bare_base64": (giving(CODED.rstrip("="), SIGNED), "returns_payload", CASES["returns_payload"][1]),
    "payload_where_a_token_is_due": (
        giving({"user_id": 7}, check(is_="token")),
        "returns_payload",
        CASES["returns_payload"][1],
    ),
    "list_where_a_dict_is_due": (
        giving([PASTED], check(is_="dict")),
        "response_shape",
        CASES["response_shape"][1],
    ),
    "pasted_and_never_called": (
        making(gives(PASTED), check(encode="called"), literals=(PASTED,)),
        "hard_coded_token",
        CASES["hard_coded_token"][1],
    ),
    "payload_as_python": (giving("{'user_id': 7}", SIGNED), "returns_payload", CASES["returns_payload"][1]),
    "payload_as_base64": (giving(CODED, SIGNED), "returns_payload", CASES["returns_payload"][1]),
    "bytes_as_a_text": (giving(f"b'{PASTED}'", SIGNED), "returns_bytes", CASES["returns_bytes"][1]),
    "bytes_printed": (
        printing(f"b'{PASTED}'\n"),
        "returns_bytes",
        "The token is bytes (b'...') where a text is expected (the output).",
    ),
    "zone_without_import": (
        calling("NameError", "name 'utc' is not defined"),
        "datetime_import",
        CASES["datetime_import"][1].replace("module 'datetime' has no attribute 'now'", "name 'utc' is not defined"),
    ),
    "dict_with_round_brackets": (
        calling("TypeError", "'dict' object is not callable"),
        "not_a_function",
        "Round brackets call a function, and a dict is none (answer.py:3).",
    ),
    "bytes_and_text": (
        calling("TypeError", 'can only concatenate str (not "bytes") to str'),
        "text_for_bytes",
        CASES["text_for_bytes"][1].replace(
            "Strings must be encoded before hashing", 'can only concatenate str (not "bytes") to str'
        ),
    ),
    "function_in_the_payload": (
        calling("TypeError", "Object of type builtin_function_or_method is not JSON serializable"),
        "missing_brackets",
        CASES["missing_brackets"][1].replace(
            "'builtin_function_or_method' object does not support item assignment",
            "Object of type builtin_function_or_method is not JSON serializable",
        ),
    ),
}


@pytest.mark.parametrize(("case", "label", "words"), OTHER_SIGNS.values(), ids=OTHER_SIGNS)
def test_other_signs_of_the_same_mistake(case: Failed, label: Label, words: str) -> None:
    """A mistake is known in its other guises, too."""
    given, checks = case
    assert [(found.label, found.happened) for found in diagnosed(given, *checks)] == [(label, words)]


NO_SIGNS: dict[str, Failed] = {
    "answer_where_a_token_is_due": giving({"access_token": PASTED}, check(is_="token")),
    "other_answer_where_a_token_is_due": giving({"token": PASTED}, check(is_="token")),
    "true_where_a_dict_is_due": giving(True, check(is_="dict")),
    "empty_text": giving("", SIGNED),
    "other_words": giving("user_id 7", SIGNED),
    "list_where_a_token_is_due": giving([1], SIGNED),
    "pasted_among_others": making(gives("x"), SIGNED, literals=(PASTED,)),
}


@pytest.mark.parametrize("case", NO_SIGNS.values(), ids=NO_SIGNS)
def test_no_sign_of_a_known_mistake(case: Failed) -> None:
    """What is wrong in a way of its own is given no label."""
    given, checks = case
    assert diagnosed(given, *checks) == ()


def test_an_own_file_called_jwt() -> None:
    """A file of the student's that hides PyJWT explains an import that fails, and only with such a file."""
    given, checks = loading("ImportError", "cannot import name 'encode' from 'jwt' (jwt.py)")
    (hidden,) = diagnosed(given, *checks, own_modules=frozenset({"jwt"}))
    assert hidden.label == "wrong_package"
    assert hidden.happened.endswith("your folder has a `jwt.py`, and a file of that name is not PyJWT.")
    (found,) = diagnosed(given, *checks)
    assert found.label == "misspelt_import"
