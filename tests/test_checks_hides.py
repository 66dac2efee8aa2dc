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
from grader.text import clean

PASSWORD = bindings()["$wrong_password"]


def sentence(claims: dict[str, Any], **verb: Any) -> str | None:
    """Say what is wrong with a token of these claims, by one check."""
    return holds(check(**verb), subject(returned(step(), token(step(), claims)), ""))


def digest(name: str) -> str:
    """Give a hash of the password that anyone can try."""
    return hashlib.new(name, PASSWORD.encode()).hexdigest()


RAW = hashlib.sha256(PASSWORD.encode()).digest()
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
    **{name: digest(name) for name in ("sha224", "sha384", "sha3_256", "sha3_512", "blake2b", "blake2s")},
    "shake": hashlib.shake_128(PASSWORD.encode()).hexdigest(20),
    "hash_in_base64": base64.b64encode(RAW).decode(),
    "hash_in_url_base64": base64.urlsafe_b64encode(RAW).decode().rstrip("="),
    "hash_as_a_text": RAW.decode("latin-1"),
    "hash_as_python_writes_it": str(RAW),
    "beginning_of_a_hash": digest("sha256")[:20],
    "base32": base64.b32encode(PASSWORD.encode()).decode(),
    "before_a_dot": f"It is {PASSWORD}.",
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
        {"email": f"alice@{PASSWORD}.example"},
        {"iss": f"https://{PASSWORD}.example/", "aud": f"https://www.{PASSWORD}.example"},
    ],
    ids=["empty", "starred", "part_of_it", "salted_hash", "other_types", "host_of_mail", "host_of_the_web"],
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


def test_hides_looks_at_the_header() -> None:
    """The header of a token is as readable as its payload."""
    made = token(step(), {"sub": "alice"}, kid=PASSWORD)
    told = holds(check(hides="$wrong_password"), subject(returned(step(), made), ""))
    assert told == "Expected a header that anyone may read, but its member 'kid' gives a secret away."


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


@pytest.mark.parametrize(
    "text",
    [
        "wonderland",
        "alice:wonderland",
        '{"alice": "wonderland"}',
        "wonderland\n",
        "dnalrednow",
        base64.b64encode(b"alice:wonderland").decode(),
        hashlib.sha3_256(b"wonderland").hexdigest(),
        hashlib.sha256(b"wonderland").digest().decode("latin-1"),
    ],
)
def test_hides_sees_a_password_in_a_file(text: str) -> None:
    """A text of a program gives a password away that has it as a word of its own, or in a disguise."""
    assert in_file(text) == f"Expected the texts in the file to give no secret away, but {clean(repr(text), 80)} does."


@pytest.mark.parametrize(
    "text", ["Wonderland", "Wonderland's login", "alice@wonderland.com", "https://wonderland.example/me", "wonderlands"]
)
def test_a_word_in_a_file_is_no_password(text: str) -> None:
    """Names, addresses and longer words of a program are not the password, whatever they are made of."""
    assert in_file(text) is None


def in_file(text: str) -> str | None:
    """Say what is wrong with a program in which this text stands."""
    loaded = returned(step("run"), literals=(text,))
    return holds(check("run.literals", hides="wonderland"), subject(loaded, "literals"))
