"""Checks of claims: what a token says of the user, and what it carries, by exact types."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_builder import bindings, check, evidence, gives, returned, step, token, token_of, verdicts

from grader.judge.checks import holds
from grader.judge.subject import subject

USER_ID = bindings()["$user_id"]


def sentence(claims: dict[str, Any], **verb: Any) -> str | None:
    """Say what is wrong with a token of these claims, by one check."""
    return holds(check(**verb), subject(returned(step(), token(step(), claims)), ""))


CLAIMS: dict[str, tuple[dict[str, Any], dict[str, Any], str | None]] = {
    "right": ({"user_id": USER_ID}, {"claim": "user_id", "equals": "$user_id"}, None),
    "right_among_others": ({"a": 1, "user_id": 7}, {"claim": "user_id", "equals": 7}, None),
    "missing": (
        {"uid": 7},
        {"claim": "user_id", "equals": 7},
        "Expected the claim `user_id`, but the payload is a dict with 'uid'.",
    ),
    "empty": ({}, {"claim": "user_id", "equals": 7}, "Expected the claim `user_id`, but the payload is an empty dict."),
    "null": (
        {"user_id": None},
        {"claim": "user_id", "equals": 7},
        "Expected the claim `user_id` to be the number 7, but it is None.",
    ),
    "as_a_text": (
        {"user_id": str(USER_ID)},
        {"claim": "user_id", "equals": "$user_id"},
        "Expected the claim `user_id` to be the number <user_id>, but it is the text '<user_id>'.",
    ),
    "with_a_fraction": (
        {"user_id": 7.0},
        {"claim": "user_id", "equals": 7},
        "Expected the claim `user_id` to be the number 7, but it is the number 7.0.",
    ),
    "payload": ({"user_id": 7}, {"payload": {"user_id": 7}}, None),
    "payload_in_another_order": ({"b": 1, "a": [2]}, {"payload": {"a": [2], "b": 1}}, None),
    "payload_extra": (
        {"user_id": 7, "exp": 1_800_000_000},
        {"payload": {"user_id": 7}},
        "Expected the payload {'user_id': 7}, but it is {'user_id': 7, 'exp': <time>}.",
    ),
    "payload_missing": ({}, {"payload": {"user_id": 7}}, "Expected the payload {'user_id': 7}, but it is {}."),
    "payload_type": (
        {"user_id": "7"},
        {"payload": {"user_id": 7}},
        "Expected the payload {'user_id': 7}, but it is {'user_id': '7'}.",
    ),
    "header": ({}, {"header": "alg", "equals": "HS256"}, None),
    "header_differs": (
        {},
        {"header": "alg", "equals": "HS512"},
        "Expected `alg` in the header to be HS512, but it is the text 'HS256'.",
    ),
    "header_missing": ({}, {"header": "kid", "equals": "1"}, "Expected `kid` in the header to be 1, but it is None."),
    "carries": ({"sub": "alice"}, {"carries": "alice"}, None),
    "carries_nested": ({"user": {"roles": [], "names": ["bob", {"name": "alice"}]}}, {"carries": "alice"}, None),
    "carries_dict": ({"user": {"name": "alice"}}, {"carries": {"name": "alice"}}, None),
    "carries_in_a_key": (
        {"alice": 1},
        {"carries": "alice"},
        "Expected a claim that is the text 'alice', but the payload is a dict with 'alice'.",
    ),
    "carries_part_of_it": (
        {"sub": "alice@example.com"},
        {"carries": "alice"},
        "Expected a claim that is the text 'alice', but the payload is a dict with 'sub'.",
    ),
    "carries_other_type": (
        {"sub": "7", "x": [True, 7.0]},
        {"carries": 7},
        "Expected a claim that is the number 7, but the payload is a dict with 'sub', 'x'.",
    ),
}


@pytest.mark.parametrize(("claims", "verb", "words"), CLAIMS.values(), ids=CLAIMS)
def test_claims(claims: dict[str, Any], verb: dict[str, Any], words: str | None) -> None:
    """A claim, a payload, a header's member and what is carried are compared by exact types."""
    assert sentence(claims, **verb) == words


def test_what_is_no_token_has_no_claims() -> None:
    """A check of claims that needs no other takes what is no token for one without claims."""
    about = subject(returned(step(), "no token"), "")
    found = [holds(check(**verb), about) for verb in ({"payload": {"a": 1}}, {"header": "alg", "equals": "HS256"})]
    assert found == [
        "Expected the payload {'a': 1}, but it is {}.",
        "Expected `alg` in the header to be HS256, but it is None.",
    ]


def test_what_a_header_refers_to_is_told() -> None:
    """A member of the header that should be what another step gave is told as what that was, not as a reference."""
    given = evidence(reads=["algorithm"], algorithm=gives("HS512"), answer=token_of(lambda _: {}))
    words = "Expected `alg` in the header to be HS512, but it is the text 'HS256'."
    assert verdicts(given, check(header="alg", equals="@algorithm")) == [("failed", words)]
