"""`grader token` opens a token up for a person: what it says, when it is valid, and what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import run_grader

from grader.errors import UsageError
from grader.inspection import inspect, read
from grader.text import clean
from grader.tokens import Token, make

SECRET = "0123456789abcdef" * 2
NOW = 1_900_000_000.0
GOOD = {"sub": "alice", "exp": 1_900_000_300}


def token(payload: Mapping[str, Any] = GOOD, secret: str = SECRET, algorithm: str = "HS256") -> str:
    """Sign a payload, whatever PyJWT thinks of it."""
    return make(payload, secret, algorithm, {})


AHEAD = (
    "`iat` lies 5 h 37 min ahead. Was local time taken for UTC where the token was made? "
    "`datetime.now(timezone.utc)` is right everywhere."
)
SPOILT = [
    ("as it is", "{}"),
    ("with its scheme", "Bearer {}"),
    ("as a header", "Authorization: Bearer {}"),
    ("in quotes", '"{}"'),
    ("with a line end", "{}\n"),
    ("in spaces", "  {}  "),
]


@pytest.mark.parametrize("around", [around for _, around in SPOILT], ids=[name for name, _ in SPOILT])
def test_a_token_is_found_in_what_was_pasted(around: str) -> None:
    """What surrounds a token where it was copied from does no harm."""
    assert read(around.format(token())).payload == GOOD


def test_a_token_may_be_broken_into_lines() -> None:
    """A terminal or a mail may have broken it."""
    text = token()
    assert read(f"{text[:20]}\n{text[20:]}").payload == GOOD


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "This is not a JWT: it has three parts joined by dots, and here is nothing."),
        ("abc", "This is not a JWT: it has three parts joined by dots, and here is 1 part."),
        ("a.b.c.d.e", "This is not a JWT: it has three parts joined by dots, and here are 5 parts."),
        ("a.b.c", "This is not a JWT: its first two parts must be JSON objects in base64url, and these are not."),
    ],
)
def test_what_is_no_token_is_told_in_a_sentence(text: str, told: str) -> None:
    """A beginner who copied something else learns what is missing."""
    with pytest.raises(UsageError) as error:
        read(text)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("secret", "good"), [(SECRET, True), ("another secret, and quite a long one", False), (None, None)]
)
def test_the_signature_is_tried_with_a_secret(secret: str | None, good: bool | None) -> None:
    """It is good, or not, or was not tried."""
    assert inspect(read(token()), secret=secret, now=NOW).signed_well is good


@pytest.mark.parametrize(
    ("payload", "objections"),
    [
        (GOOD, ()),
        ({}, ()),
        ({"exp": NOW}, ("it has expired",)),
        ({"exp": NOW + 1, "nbf": NOW + 1}, ("it is not valid yet",)),
        ({"exp": NOW + 1, "iat": NOW + 2}, ("it says that it was issued in the future",)),
        ({"exp": "2030"}, ("`exp` is no number of seconds since 1970",)),
        ({"exp": True}, ("`exp` is no number of seconds since 1970",)),
        ({"sub": 7, "jti": None}, ("`sub` is not a text", "`jti` is not a text")),
    ],
)  # fmt: skip
def test_objections_are_those_of_decode(payload: dict[str, Any], objections: tuple[str, ...]) -> None:
    """What PyJWT would refuse at that moment is said, and nothing else."""
    assert inspect(read(token(payload)), secret=None, now=NOW).objections == objections


@pytest.mark.parametrize(
    ("payload", "secret", "warnings"),
    [
        (GOOD, SECRET, ()),
        ({}, SECRET, ("It has no `exp`, so it never expires.",)),
        (GOOD, "short", ("The secret is short: HS256 wants at least 32 bytes, or it can be guessed.",)),
        ({"exp": 1_900_000_300_000}, SECRET, ("`exp` seems to count milliseconds; it should count seconds.",)),
        (
            {**GOOD, "iat": NOW + 20_220},
            SECRET,
            (AHEAD,),
        ),
        (
            {**GOOD, "hashed_password": "x"},
            SECRET,
            ("`hashed_password` looks like a secret: anyone who holds the token can read it.",),
        ),
        ({**GOOD, "a": "$2b$12$x"}, SECRET, ("`a` looks like a secret: anyone who holds the token can read it.",)),
    ],
)
def test_what_is_odd_is_warned_of(payload: dict[str, Any], secret: str, warnings: tuple[str, ...]) -> None:
    """Each warning says what is the matter in one sentence."""
    assert inspect(read(token(payload, secret)), secret=secret, now=NOW).warnings == warnings


def test_an_unsigned_token_is_warned_of() -> None:
    """Nothing shows who made it."""
    unsigned = token(algorithm="none")
    assert inspect(read(unsigned), secret=SECRET, now=NOW).warnings == ("It is not signed: anyone could have made it.",)


_JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=5)


@given(
    header=st.dictionaries(st.text(), _JSON, max_size=3),
    payload=st.dictionaries(st.sampled_from(["exp", "nbf", "iat", "sub", "jti", "x"]) | st.text(), _JSON, max_size=6),
)
def test_any_token_can_be_looked_at(header: dict[str, Any], payload: dict[str, Any]) -> None:
    """Whatever is in a token, it is shown in harmless text."""
    found = inspect(Token("a.b.c", header, payload), secret=SECRET, now=NOW)
    shown = [text for member in (*found.header, *found.payload) for text in (member.name, member.value, member.moment)]
    assert all(clean(text, 10_000) == text for text in (*shown, *found.warnings, *found.objections))


def test_it_looks_good() -> None:
    """The whole of what is shown, at a moment of one's choice."""
    done = run_grader(
        "token", f"Bearer {token()}", "--secret", SECRET, "--at", "2030-03-17T17:45:00", TZ="Asia/Kolkata"
    )
    assert (
        done.stdout
        == """
  header  alg  "HS256"  how it is signed
          typ  "JWT"    what it is

  payload  sub  "alice"     whom it is about
           exp  1900000300  when it expires: 2030-03-17 17:51:40 UTC
                            (2030-03-17 23:21:40 here), in 6 min 40 s

  ✓ The signature is good.
  ✓ As to its claims, PyJWT would take it.

"""
    )
    assert SECRET not in done.stdout


def test_a_token_can_be_piped_in() -> None:
    """Without an argument it is read from standard input; a wrong time is told in a sentence."""
    assert '"alice"' in run_grader("token", given=token()).stdout
    done = run_grader("token", "--at", "tomorrow", given=token())
    assert (done.returncode, done.stderr) == (
        2,
        "'tomorrow' is no time: write 2030-01-31T12:00, or seconds since 1970.\n",
    )
