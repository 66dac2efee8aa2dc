"""Checks that an answer is like others, and that it offers a way to log in."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_builder import Behaviour, check, evidence, gives, verdicts
from made_tasks import answered


def told(first: object, second: object, other: object) -> str:
    """Say what is wrong with a value that should be like two others."""
    given = evidence(first=gives(first), second=gives(second), other=gives(other))
    ((status, message),) = verdicts(given, check("other", resembles=["@first", "@second"]))
    assert (status == "passed") == (not message)
    return message


LIKE: dict[str, tuple[object, object, object]] = {
    "equal": ({"a": [1, "x"]}, {"a": [1, "x"]}, {"a": [1, "x"]}),
    "drawn_text": ({"id": "abc"}, {"id": "xyz"}, {"id": "klm"}),
    "drawn_number": ({"id": 7}, {"id": 8}, {"id": 9}),
    "drawn_in_a_sentence": ("No (request 17)", "No (request 18)", "No (request 19)"),
    "drawn_uuid": ("id 1a-2b-3c", "id 4d-5e-6f", "id 7a-8b-9c"),
    "drawn_uuid_with_the_same_part": ("id 1a-2b-3c", "id 4d-2b-6f", "id 7a-8b-9c"),
    "drawn_of_any_kind": ("a-b", "a", "a-b-c"),
    "drawn_and_sometimes_left_out": ({"id": 1}, {}, {"id": 2}),
}


@pytest.mark.parametrize(("first", "second", "other"), LIKE.values(), ids=LIKE)
def test_what_differs_by_chance_is_alike(first: object, second: object, other: object) -> None:
    """What is another one each time anyway tells nothing."""
    assert told(first, second, other) == ""


UNLIKE: dict[str, tuple[object, object, object, str]] = {
    "text": ("wrong", "wrong", "unknown", "other(...) | the text 'unknown' | the text 'wrong'"),
    "member": ({"a": 1}, {"a": 1}, {"a": 2}, 'other(...)["a"] | the number 2 | the number 1'),
    "type": ({"a": 1}, {"a": 1}, {"a": True}, 'other(...)["a"] | True | the number 1'),
    "missing": ({"a": 1}, {"a": 1}, {}, 'other(...)["a"] | nothing | the number 1'),
    "more": ({}, {}, {"a": 1}, 'other(...)["a"] | the number 1 | nothing'),
    "item": ([{"a": 1}], [{"a": 1}], [{"a": 2}], 'other(...)["0"]["a"] | the number 2 | the number 1'),
    "length": ({"a": [1]}, {"a": [1]}, {"a": [1, 2]}, 'other(...)["a"] | [1, 2] | [1]'),
    "words_beside_chance": ("No 17", "No 18", "Who 19", "other(...) | the text 'Who …' | the text 'No …'"),
    "more_words_beside_chance": ("No 17", "No 18", "No 19 a", "other(...) | the text 'No … a' | the text 'No …'"),
    "number_for_a_text": ("7", "8", 9, "other(...) | the number 9 | the text '…'"),
    "beside_chance": (
        {"id": 1, "a": 1},
        {"id": 2, "a": 1},
        {"id": 3, "a": 2},
        'other(...)["a"] | the number 2 | the number 1',
    ),
}


@pytest.mark.parametrize(("first", "second", "other", "words"), UNLIKE.values(), ids=UNLIKE)
def test_what_differs_is_named(first: object, second: object, other: object, words: str) -> None:
    """The first part that is another one is told, with both."""
    where, here, there = words.split(" | ")
    assert told(first, second, other) == (
        f"Expected {where} to be the same for both, but it is {here} for the one and {there} for the other."
    )


def answers(other: dict[str, Any]) -> str:
    """Say what is wrong with an answer to a request that should be like two others."""
    behaviours: dict[str, Any] = {
        name: answered(401, {"detail": "No"}, content_length="15") for name in ("first", "second")
    }
    given = evidence(**behaviours, other=answered(**other), sends=dict.fromkeys((*behaviours, "other"), lambda _: {}))
    ((_, message),) = verdicts(given, check("other", resembles=["@first", "@second"]))
    return message


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"status": 401, "json": {"detail": "No"}, "content_length": "17"}, ""),
        (
            {"status": 401, "json": {"detail": "No!"}},
            (
                "Expected `detail` in the answer to `GET /me` to be the same for both, but it is the text 'No!' "
                "for the one and the text 'No' for the other."
            ),
        ),
        (
            {"status": 401, "json": {"detail": "No"}, "x_reason": "user"},
            (
                "Expected the header `X-Reason` of the answer to `GET /me` to be the same for both, but it is the text "
                "'user' for the one and nothing for the other."
            ),
        ),
        (
            {"status": 404, "json": {"detail": "No"}},
            (
                "Expected the status of the answer to `GET /me` to be the same for both, but it is the number 404 "
                "for the one and the number 401 for the other."
            ),
        ),
    ],
    ids=["length", "body", "header", "status"],
)
def test_answers_are_alike_as_a_whole(other: dict[str, Any], words: str) -> None:
    """Status, headers and body are compared; how long the body is goes without saying."""
    assert answers(other) == words


CHALLENGES = {
    "Bearer": True,
    "bearer": True,
    'Bearer realm="me"': True,
    'Bearer realm="me", error="invalid_token"': True,
    "Basic, Bearer": True,
    'Basic realm="me", Bearer': True,
    'Basic realm="a, b", Bearer realm="c"': True,
    "Bearer,Basic": True,
    "Negotiate abc==, Bearer": True,
    "Basic": False,
    "": False,
    "Bearers": False,
    "Bearer-Token": False,
    'Basic realm="Bearer"': False,
    'Basic realm="a, Bearer b"': False,
    'Digest realm="a", Bearer="b"': False,
    "Digest Bearer = 1": False,
    "Token Bearer": False,
}


def challenged(answer: Behaviour) -> str:
    """Say what is wrong with an answer that should offer to log in with a token."""
    ((_, message),) = verdicts(evidence(answer=answer, sends={"answer": lambda _: {}}), check(challenges="Bearer"))
    return message


@pytest.mark.parametrize(("header", "holds"), CHALLENGES.items())
def test_challenges(header: str, *, holds: bool) -> None:
    """A scheme is offered by a header that has it among its challenges, with or without more about it."""
    told = "Expected the header `WWW-Authenticate` of the answer to `GET /me` to say 'Bearer', but it is "
    message = challenged(answered(401, www_authenticate=header))
    assert message.startswith(told) if not holds else not message


def test_a_challenge_is_for_whoever_is_not_logged_in() -> None:
    """An answer of 401 must have the header, and no other answer."""
    assert challenged(answered(401)).endswith("to say 'Bearer', but it is nothing.")
    assert [challenged(answered(status)) for status in (200, 403, 500)] == [""] * 3
