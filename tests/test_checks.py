"""Checks of values: what holds, what does not, and the sentence that a student reads then."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from typing import Any

import pytest
from evidence_builder import bindings, check, returned, step, token

from grader.evidence import Observation
from grader.judge.checks import holds
from grader.judge.subject import subject

GOOD = token(step(), {"user_id": 7})
USER_ID = bindings()["$user_id"]


class Name(str):
    """A text, but of a type of its own."""

    __slots__ = ()


def sentence(observation: Observation, of: str = "answer", **verb: Any) -> str | None:
    """Say what is wrong with what a step gave, by one check."""
    asked = check(of, **verb)
    return holds(asked, subject(observation, asked.paths[0].partition(".")[2]))


EXACT: dict[str, tuple[str, object]] = {
    "int": ("int", 7),
    "big_int": ("int", 10**12),
    "huge_int": ("int", 10**30),
    "float": ("float", 7.0),
    "empty_str": ("str", ""),
    "str_of_a_digit": ("str", "7"),
    "long_str": ("str", "x" * 70_000),
    "empty_dict": ("dict", {}),
    "dict_with_any_keys": ("dict", {1: None, (): b""}),
    "datetime": ("datetime", dt.datetime(2031, 3, 4, tzinfo=dt.timezone.utc)),
    "token": ("token", GOOD),
    "token_without_signature": ("token", GOOD[: GOOD.rindex(".") + 1]),
}


@pytest.mark.parametrize(("kind", "thing"), EXACT.values(), ids=EXACT)
def test_is_holds_of_the_exact_type(kind: str, thing: object) -> None:
    """A value of just the type that is asked for passes; that a token is not signed is for another check to see."""
    assert sentence(returned(step(), thing), is_=kind) is None


OTHER: dict[str, tuple[str, object, str]] = {
    "7.0": ("int", 7.0, "a whole number, but it is the number 7.0"),
    "True": ("int", True, "a whole number, but it is True"),
    "text_of_7": ("int", "7", "a whole number, but it is the text '7'"),
    "None": ("int", None, "a whole number, but it is None"),
    "7_for_a_float": ("float", 7, "a number with a fraction, but it is the number 7"),
    "bytes": ("str", b"7", "a text, but it is bytes"),
    "subclass_of_str": ("str", Name("7"), "a text, but it is a value of the type test_checks.Name"),
    "drawn_number": ("str", USER_ID, "a text, but it is the number <user_id>"),
    "list": ("dict", [], "a dict, but it is a list"),
    "ordered_dict": ("dict", OrderedDict(), "a dict, but it is a value of the type collections.OrderedDict"),
    "empty_text": ("dict", "", "a dict, but it is an empty text"),
    "date": ("datetime", dt.date(2031, 3, 4), "a datetime, but it is a value of the type datetime.date"),
    "timestamp": ("datetime", 1_800_000_000, "a datetime, but it is the number <time>"),
    "dict": ("token", {"a": 1, 2: 3}, "a token and nothing else, but it is a dict"),
    "nine_members": (
        "token",
        dict.fromkeys("abcdefghi"),
        "a token and nothing else, but it is a dict with 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', …",
    ),
    "empty_dict": ("token", {}, "a token and nothing else, but it is an empty dict"),
    "labelled": ("token", f"token: {GOOD}", "a token and nothing else, but it is the text 'token: <token>'"),
    "many_bytes": ("token", b"x" * 2000, "a token and nothing else, but it is 2,000 bytes"),
    "large_bytearray": ("token", bytearray(2000), "a token and nothing else, but it is 2,000 bytes"),
    "large_tuple": ("token", (0,) * 1500, "a token and nothing else, but it is a tuple of 1,500 parts"),
    "large_set": ("token", set(range(1500)), "a token and nothing else, but it is a set of 1,500 parts"),
    "token_as_bytes": ("token", GOOD.encode(), "a token and nothing else, but it is bytes"),
}


@pytest.mark.parametrize(("kind", "thing", "words"), OTHER.values(), ids=OTHER)
def test_is_names_the_other_type(kind: str, thing: object, words: str) -> None:
    """Of any other type the sentence says what it is: 7 is neither 7.0 nor True nor '7', and a subclass is not it."""
    assert sentence(returned(step(), thing), is_=kind) == f"Expected answer(...) to be {words}."


@pytest.mark.parametrize(("thing", "words"), [((GOOD,), "a tuple"), ({GOOD}, "a set")], ids=["tuple", "set"])
def test_is_tells_tuples_and_sets_from_lists(thing: object, words: str) -> None:
    """A comma after the returned value makes a tuple, and it is called one."""
    found = sentence(returned(step(), thing), is_="token")
    assert found == f"Expected answer(...) to be a token and nothing else, but it is {words}."


EQUAL: dict[str, tuple[object, object]] = {
    "None": (None, None),
    "True": (True, True),
    "7": (7, 7),
    "7.5": (7.5, 7.5),
    "text": ("bearer", "bearer"),
    "drawn_number": ("$user_id", USER_ID),
    "nested_list": ([1, ["$user_id"]], [1, [USER_ID]]),
    "nested_dict": ({"user": {"id": "$user_id"}}, {"user": {"id": USER_ID}}),
}


@pytest.mark.parametrize(("expected", "thing"), EQUAL.values(), ids=EQUAL)
def test_equals_holds(expected: object, thing: object) -> None:
    """Equal values of the same types pass, names standing for what was drawn."""
    assert sentence(returned(step(), thing), equals=expected) is None


NINE = "'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', …"
UNEQUAL: dict[str, tuple[object, object, str]] = {
    "7.0": (7, 7.0, "the number 7, but it is the number 7.0"),
    "True_for_1": (1, True, "the number 1, but it is True"),
    "1_for_True": (True, 1, "True, but it is the number 1"),
    "text_of_7": (7, "7", "the number 7, but it is the text '7'"),
    "text_of_None": (None, "None", "None, but it is the text 'None'"),
    "False_for_None": (None, False, "None, but it is False"),
    "None_for_empty": ("", None, "an empty text, but it is None"),
    "capital": ("bearer", "Bearer", "the text 'bearer', but it is the text 'Bearer'"),
    "subclass": ("7", Name("7"), "the text '7', but it is a value of the type test_checks.Name"),
    "longer_list": ([1, 2], [1, 2, 3], "a list, but it has 3 entries, and 2 were expected"),
    "other_entry": ([1, 2], [1, "2"], "a list, but its entry 2 is the text '2', and the number 2 was expected"),
    "too_many_members": (
        dict.fromkeys("abcdefghi", 1),
        dict.fromkeys("abcdefghij", 1),
        f"a dict with {NINE}, but it has `j` as well",
    ),
    "too_few_members": (
        dict.fromkeys("abcdefghij", 1),
        dict.fromkeys("abcdefghi", 1),
        f"a dict with {NINE}, but it lacks `j`",
    ),
    "other_end": ("x" * 90 + "a", "x" * 90 + "b", f"the text '{'x' * 78}…, but it is another one from character 91 on"),
    "other_beginning": ("a" * 90, "a" * 91, f"the text '{'a' * 78}…, but it is another one from character 91 on"),
    "extra_member": ({"a": 1}, {"a": 1, "b": 2}, "a dict with 'a', but it is a dict with 'a', 'b'"),
    "missing_member": ({"a": 1, "b": 2}, {"a": 1}, "a dict with 'a', 'b', but it is a dict with 'a'"),
    "type_inside": (
        {"a": {"b": 1}},
        {"a": {"b": 1.0}},
        "a dict with 'a', but `b` of its `a` is the number 1.0, and the number 1 was expected",
    ),
    "drawn_as_text": ("$user_id", str(USER_ID), "the number <user_id>, but it is the text '<user_id>'"),
    "controls": ("ab", "a\x1b[31m\u202eb", "the text 'ab', but it is the text 'a\\x1b[31m\\u202eb'"),
    "long": ("ab", "x" * 300, f"the text 'ab', but it is the text '{'x' * 78}…"),
    "longest": ("ab", "x" * 1_000, f"the text 'ab', but it is the text '{'x' * 78}…"),
    "too_long": ("ab", "x" * 1_001, "the text 'ab', but it is a text of 1,001 characters"),
}


@pytest.mark.parametrize(("expected", "thing", "words"), UNEQUAL.values(), ids=UNEQUAL)
def test_equals_tells_both(expected: object, thing: object, words: str) -> None:
    """Where a value or its type differs the sentence tells what was expected and what came."""
    assert sentence(returned(step(), thing), equals=expected) == f"Expected answer(...) to be {words}."


NAMED: dict[str, tuple[Observation, str, str]] = {
    "result": (returned(step(), "x"), "answer", "answer(...)"),
    "member": (returned(step(), {"token_type": "x"}), "answer.token_type", 'answer(...)["token_type"]'),
    "deep_member": (returned(step(), {"a": {"b": "x"}}), "answer.a.b", 'answer(...)["a"]["b"]'),
    "name": (returned(step("read", "token"), "x"), "token", "`token`"),
    "output": (returned(step("run"), output="x\n"), "run.stdout", "the output"),
}


@pytest.mark.parametrize(("observation", "of", "name"), NAMED.values(), ids=NAMED)
def test_sentences_name_their_subject(observation: Observation, of: str, name: str) -> None:
    """A sentence names a function's result, a member of it, a name or the output as the student would."""
    assert sentence(observation, of, equals=7) == f"Expected {name} to be the number 7, but it is the text 'x'."


@pytest.mark.parametrize(
    ("thing", "found"),
    [({"Token_Type": "x"}, "nothing"), ([], "nothing"), (None, "nothing"), ({"token_type": None}, "None")],
    ids=["capitals", "list", "None", "None_inside"],
)
def test_a_path_may_lead_nowhere(thing: object, found: str) -> None:
    """What is not there is nothing, which is something else than None."""
    told_of = sentence(returned(step(), thing), "answer.token_type", equals="x")
    assert told_of == f"Expected answer(...)[\"token_type\"] to be the text 'x', but it is {found}."


@pytest.mark.parametrize(("end", "right"), [("", True), ("\n", True), ("\r\n", True), ("\n\n", False), (" ", False)])
def test_only_the_last_newline_of_the_output_does_not_count(end: str, *, right: bool) -> None:
    """What print adds is no part of what was printed; anything more is."""
    assert (sentence(returned(step("run"), output=GOOD + end), "run.stdout", is_="token") is None) is right
