"""Checks that a token hides a text: it is looked for in every disguise from which anyone can get it back."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from evidence_builder import bindings, check, returned, step, token

from grader.judge.checks import holds
from grader.judge.subject import subject

PASSWORD = bindings()["$wrong_password"]


def sentence(claims: dict[str, Any], **verb: Any) -> str | None:
    """Say what is wrong with a token of these claims, by one check."""
    return holds(check(**verb), subject(returned(step(), token(step(), claims)), ""))


def digest(name: str) -> str:
    """Give a hash of the password that anyone can try."""
    return hashlib.new(name, PASSWORD.encode()).hexdigest()


SHOWN: dict[str, object] = {
    "plain": PASSWORD,
    "inside_a_text": f"the password is {PASSWORD}!",
    "upper_case": PASSWORD.upper(),
    "reversed": PASSWORD[::-1],
    "hex": PASSWORD.encode().hex(),
    "base64": base64.b64encode(PASSWORD.encode()).decode(),
    "base64_of_more": base64.b64encode(f"alice:{PASSWORD}".encode()).decode(),
    "base64_without_padding": base64.b64encode(PASSWORD.encode()).decode().rstrip("="),
    "md5": digest("md5"),
    "sha1": digest("sha1"),
    "sha256": digest("sha256"),
    "sha256_upper_case": digest("sha256").upper(),
    "sha512": digest("sha512"),
    "in_a_list": [1, [PASSWORD]],
    "in_a_dict": {"user": {"password": PASSWORD}},
    "as_a_key_inside": {"user": {PASSWORD: True}},
}


@pytest.mark.parametrize("claim", SHOWN.values(), ids=SHOWN)
def test_hides_sees_through_disguises(claim: object) -> None:
    """A password is shown by any claim from which anyone can get it back or try it; the claim is named."""
    words = "Expected a payload that anyone may read, but the claim 'pw' gives a secret away."
    assert sentence({"sub": "alice", "pw": claim}, hides="$wrong_password") == words


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"sub": "alice", "password": "***"},
        {"pw": PASSWORD[:-1]},
        {"pw": hashlib.sha256(b"salt" + PASSWORD.encode()).hexdigest()},
        {"pw": [None, True, 7, {}]},
    ],
    ids=["empty", "starred", "part_of_it", "salted_hash", "other_types"],
)
def test_hides_holds(claims: dict[str, Any]) -> None:
    """What gives no password away passes, whatever the claim is called."""
    assert sentence(claims, hides="$wrong_password") is None


@pytest.mark.parametrize(
    "form", [base64.b64encode(PASSWORD.encode()).decode(), PASSWORD.encode().hex()], ids=["base64", "hex"]
)
def test_hides_sees_through_a_disguise_inside_a_text(form: str) -> None:
    """An encoded password is shown by a text that says more than it, too."""
    assert sentence({"pw": f"Basic {form}"}, hides="$wrong_password") is not None


@pytest.mark.parametrize("hidden", ["~~~???>>>", "~~~???>>", "~~~???>"], ids=["whole", "one_pad", "two_pads"])
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("padding", ["=", ""], ids=["padded", "bare"])
def test_hides_sees_through_both_base64(hidden: str, encode: Callable[[bytes], bytes], padding: str) -> None:
    """Both alphabets of base64 are read, with the padding and without."""
    encoded = encode(hidden.encode()).decode()
    assert sentence({"pw": encoded.replace("=", padding)}, hides=hidden) is not None


def test_hides_sees_names_of_claims() -> None:
    """A password that is the name of a claim is shown, too."""
    words = "Expected a payload that anyone may read, but the claim '<wrong_password>' gives a secret away."
    assert sentence({PASSWORD: "alice"}, hides="$wrong_password") == words


def test_hides_several_texts() -> None:
    """Each text of a list must be hidden."""
    hidden = ["$secret", "$wrong_password"]
    words = "Expected a payload that anyone may read, but the claim '{}' gives a secret away."
    assert sentence({"a": 1, "b": bindings()["$secret"]}, hides=hidden) == words.format("b")
    assert sentence({"a": PASSWORD, "b": 1}, hides=hidden) == words.format("a")
    assert sentence({"a": "alice"}, hides=hidden) is None


@pytest.mark.parametrize("hidden", ["pässwort", 'say "please"', "back\\slash"], ids=["accent", "quote", "backslash"])
def test_hides_any_character(hidden: str) -> None:
    """A password is found whatever characters it is made of."""
    assert sentence({"pw": hidden}, hides=hidden) is not None
