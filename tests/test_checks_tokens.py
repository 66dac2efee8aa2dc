"""Checks of tokens: what has the shape of one, and whose signature is good."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from evidence_builder import check, returned, step, token

from grader.judge.checks import holds
from grader.judge.subject import subject
from grader.tokens import MAX_CHARACTERS

STEP = step()
GOOD = token(STEP, {"user_id": 7})
HEAD, BODY, SIGNATURE = GOOD.split(".")
SIGNATURE_DIFFERS = "Expected a token signed with the given secret, but the signature does not match that secret."
ALGORITHM_DIFFERS = "Expected a token signed with {}, but its header names {}."


def part(text: str) -> str:
    """Give a text as a part of a token."""
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def sentence(text: object, **verb: Any) -> str | None:
    """Say what is wrong with what a step gave, by one check."""
    return holds(check(**verb), subject(returned(STEP, text), ""))


TWICE = '{"a": 1, "a": 2}'
SHAPELESS: dict[str, tuple[str, str]] = {
    "one_part": ("token", "'token'"),
    "two_parts": ("ab.cd", "'ab.cd'"),
    "four_parts": ("ab.cd.ef.gh", "'ab.cd.ef.gh'"),
    "no_header": (f".{BODY}.x", "'.<token>'"),
    "newline_at_the_end": (f"{GOOD}\n", "'<token>\\n'"),
    "not_base64": ("a+/=.ab.cd", "'a+/=.ab.cd'"),
    "cut_base64": ("a.ab.cd", "'a.ab.cd'"),
    "not_json": ("abcd.abcd.abcd", "'abcd.abcd.abcd'"),
    "header_is_a_list": (f"{part('[1]')}.{BODY}.x", "'WzFd.<token>'"),
    "a_name_comes_twice": (f"{HEAD}.{part(TWICE)}.x", "'<token>'"),
    "bits_to_spare": (f"{HEAD}.{part('{}')[:-1]}1.x", "'<token>'"),
    "payload_is_a_text": (f"{part('{}')}.{part('alice')}.x", "'e30.YWxpY2U.x'"),
}


@pytest.mark.parametrize(("text", "words"), SHAPELESS.values(), ids=SHAPELESS)
def test_what_has_not_the_shape_is_no_token(text: str, words: str) -> None:
    """A token is three parts of base64url with dots between them, the first two of them JSON objects."""
    verb = {"token": {"secret": "$secret", "algorithms": ["HS256"]}}
    assert sentence(text, **verb) == f"Expected answer(...) to be a token, but it is the text {words}."
    nothing_else = f"Expected answer(...) to be a token and nothing else, but it is the text {words}."
    assert sentence(text, is_="token") == nothing_else


def test_a_token_has_an_end() -> None:
    """A text of more than 16,384 characters is not taken apart."""
    longest = f"{HEAD}.{BODY}.".ljust(MAX_CHARACTERS, "a")
    assert sentence(longest, is_="token") is None
    words = "Expected answer(...) to be a token and nothing else, but it is a text of 16,385 characters."
    assert sentence(longest + "a", is_="token") == words


SIGNED: dict[str, tuple[str, dict[str, Any]]] = {
    "HS256": (GOOD, {"secret": "$secret", "algorithms": ["HS256"]}),
    "one_of_several": (token(STEP, {}, algorithm="HS512"), {"secret": "$secret", "algorithms": ["HS256", "HS512"]}),
    "one_of_two_secrets": (token(STEP, {}, "mysecret"), {"secret": ["$secret", "mysecret"], "algorithms": ["HS256"]}),
    "expired_long_ago": (token(STEP, {"exp": 1, "nbf": 9e9}), {"secret": "$secret", "algorithms": ["HS256"]}),
    "other_members_in_the_header": (
        token(STEP, {}, kid="1", typ="at+jwt"),
        {"secret": "$secret", "algorithms": ["HS256"]},
    ),
}


@pytest.mark.parametrize(("text", "signing"), SIGNED.values(), ids=SIGNED)
def test_signature_is_good(text: str, signing: dict[str, Any]) -> None:
    """A signature counts whatever the claims say, and a short secret is no fault of this check."""
    assert sentence(text, token=signing) is None


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "critical": ({"crit": ["x"], "x": 1}, "Unsupported critical extension: x"),
    "number_as_key_id": ({"kid": 1}, "Key ID header parameter must be a string"),
}


@pytest.mark.parametrize(("header", "words"), REFUSED.values(), ids=REFUSED)
def test_header_is_one_that_pyjwt_refuses(header: dict[str, Any], words: str) -> None:
    """A good signature is of no use where PyJWT's decode refuses the token for its header."""
    said = sentence(token(STEP, {}, **header), token={"secret": "$secret", "algorithms": ["HS256"]})
    assert said == f"Expected a token that PyJWT accepts, but it refuses the header, and says {words!r}."


UNSIGNED: dict[str, tuple[str, list[str], str]] = {
    "wrong_secret": (token(STEP, {}, "mysecret"), ["HS256"], SIGNATURE_DIFFERS),
    "empty_secret": (token(STEP, {}, ""), ["HS256"], SIGNATURE_DIFFERS),
    "no_signature": (f"{HEAD}.{BODY}.", ["HS256"], SIGNATURE_DIFFERS),
    "bits_to_spare": (f"{GOOD[:-1]}{chr(ord(GOOD[-1]) + 1)}", ["HS256"], SIGNATURE_DIFFERS),
    "payload_exchanged": (f"{HEAD}.{part('{}')}.{SIGNATURE}", ["HS256"], SIGNATURE_DIFFERS),
    "wrong_algorithm": (token(STEP, {}, algorithm="HS512"), ["HS256"], ALGORITHM_DIFFERS.format("HS256", "'HS512'")),
    "none_of_two": (
        token(STEP, {}, algorithm="HS512"),
        ["HS256", "HS384"],
        ALGORITHM_DIFFERS.format("HS256 or HS384", "'HS512'"),
    ),
    "none": (token(STEP, {}, algorithm="none"), ["HS256"], ALGORITHM_DIFFERS.format("HS256", "'none'")),
    "lower_case": (token(STEP, {}, alg="hs256"), ["HS256"], ALGORITHM_DIFFERS.format("HS256", "'hs256'")),
    "no_algorithm": (f"{part('{}')}.{BODY}.{SIGNATURE}", ["HS256"], ALGORITHM_DIFFERS.format("HS256", "None")),
    "a_list": (token(STEP, {}, alg=["HS256"]), ["HS256"], ALGORITHM_DIFFERS.format("HS256", "['HS256']")),
}


@pytest.mark.parametrize(("text", "algorithms", "words"), UNSIGNED.values(), ids=UNSIGNED)
def test_signature_is_not_good(text: str, algorithms: list[str], words: str) -> None:
    """The sentence names the algorithm if that is what differs, else the secret."""
    assert sentence(text, token={"secret": "$secret", "algorithms": algorithms}) == words
