"""Text for people: what a student wrote is made harmless and steady, and lengths of time are said in words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.text import LONGEST, clean, duration, steady
from grader.values import Bindings

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")
BREAKS = frozenset("\u0085\u2028\u2029")
TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjo3fQ.c2lnbmF0dXJl"  # noqa: S105 - an example
BINDINGS: Bindings = {
    "$secret": "5ec2e7" * 10,
    "$user_id": 777_888,
    "$stranger": "zqxjkvbpyg",
    "$wrong_password": "pw" * 7,
}

unsteered = settings(deadline=None, database=None)

texts = st.text(st.characters(codec=None), max_size=50)
"""Any characters, surrogates included."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("plain text", "plain text", id="plain"),
        pytest.param("naïve 日本 👍", "naïve 日本 👍", id="other scripts"),
        pytest.param("a\tb\nc\r\nd", "a b c  d", id="tabs and line ends"),
        pytest.param("\x1b[31mred\x1b[0m", "�[31mred�[0m", id="terminal escapes"),
        pytest.param("bell\x07 nul\x00 del\x7f", "bell� nul� del�", id="controls"),
        pytest.param("c1\x9b31m", "c1�31m", id="C1 controls"),
        pytest.param("abc\u202edef\u2066", "abc�def�", id="bidi"),
        pytest.param("a\u200bb\ufeffc\u00add", "a�b�c�d", id="invisible"),
        pytest.param("a\u2028b\u2029c", "a�b�c", id="line separators"),
        pytest.param("half \ud800 pair", "half � pair", id="surrogate"),
        pytest.param("hidden\U000e0041", "hidden�", id="tag characters"),
        pytest.param("not \uffff a character", "not � a character", id="noncharacter"),
    ],
)
def test_clean_replaces_what_is_not_harmless(text: str, shown: str) -> None:
    """Each character that could act on a terminal or mislead the eye becomes a visible sign, and no other does."""
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        pytest.param("abcde", 5, "abcde", id="just fits"),
        pytest.param("abcdef", 5, "abcd…", id="one too many"),
        pytest.param("a" * 1_000_000, 5, "aaaa…", id="far too many"),
        pytest.param("ab", 1, "…", id="no room"),
    ],
)
def test_clean_cuts_what_is_too_long(text: str, longest: int, shown: str) -> None:
    """A text that does not fit ends in an ellipsis, which counts."""
    assert clean(text, longest) == shown


def test_clean_keeps_200_characters_unless_told_otherwise() -> None:
    """The usual length is one that a message can bear."""
    assert clean("x" * 200) == "x" * 200
    assert clean("x" * 201) == "x" * 199 + "…"
    assert LONGEST == 200


@unsteered
@given(texts, st.integers(min_value=1, max_value=60))
def test_clean_is_harmless_and_short(text: str, longest: int) -> None:
    """Whatever comes in, nothing that controls, turns, hides or breaks text comes out, nor more than was asked for."""
    shown = clean(text, longest)
    assert len(shown) <= longest
    assert not {character for character in shown if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}}
    assert not set(shown) & (BIDI | INVISIBLE | BREAKS)
    assert shown.encode().decode() == shown


@unsteered
@given(texts)
def test_clean_changes_nothing_twice(text: str) -> None:
    """What was cleaned is clean."""
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("nothing random, line 12, HS256", "nothing random, line 12, HS256", id="plain"),
        pytest.param("KeyError: 777888", "KeyError: <user_id>", id="a drawn number"),
        pytest.param("wrong key " + "5ec2e7" * 10 + "!", "wrong key <secret>!", id="a drawn secret"),
        pytest.param("who is zqxjkvbpyg?", "who is <stranger>?", id="a drawn name"),
        pytest.param("not " + "pw" * 7, "not <wrong_password>", id="a drawn password"),
        pytest.param(f"got {TOKEN}", "got <token>", id="token"),
        pytest.param(f"b'{TOKEN}' is bytes", "b'<token>' is bytes", id="token in bytes"),
        pytest.param("unsigned eyJhbGciOiJub25lIn0.eyJhIjoxfQ.", "unsigned <token>", id="unsigned token"),
        pytest.param("at 2031-03-04 10:30:00", "at <time>", id="date and time"),
        pytest.param("at 2031-03-04T10:30:00.123456+05:37", "at <time>", id="ISO with a zone"),
        pytest.param("at 2031-03-04T10:30:00Z", "at <time>", id="ISO in UTC"),
        pytest.param("on 2031-03-04", "on <time>", id="date"),
        pytest.param("datetime.datetime(2031, 3, 4, 10, 30)", "datetime.datetime(<time>)", id="datetime"),
        pytest.param("exp 1930386600", "exp <time>", id="seconds"),
        pytest.param("exp 1930386600.25", "exp <time>", id="seconds with a fraction"),
        pytest.param("exp 1930386600123", "exp <time>", id="milliseconds"),
        pytest.param("exp 1930386600123456", "exp <time>", id="microseconds"),
        pytest.param("<f at 0x7f3a5c0e1d20>", "<f at <address>>", id="address"),
        pytest.param("0xff and 1800 and 12:30", "0xff and 1800 and 12:30", id="no address and no time"),
        pytest.param("jti '4cebf07b-4770-4768-88de-cbe238e2600c'", "jti '<uuid>'", id="UUID"),
        pytest.param("jti '4cebf07b4770476888decbe238e2600c'", "jti '<uuid>'", id="UUID without dashes"),
        pytest.param("in fromhex() arg at position 2", "in fromhex() arg at position <number>", id="not hexadecimal"),
        pytest.param(
            "the text 'ZXlKaGJHY2lPaUpJVXpJMU5pSXNJblI1Y0NJNklrcFhWQ0o5'", "the text '<encoded>'", id="base64"
        ),
        pytest.param("4cebf07b-4770-4768-88de-cbe238e2600", "4cebf07b-4770-4768-88de-cbe238e2600", id="no UUID"),
    ],
)
def test_steady_names_what_was_drawn(text: str, same: str) -> None:
    """What differs from run to run is named, the rest of the text stays."""
    assert steady(text, BINDINGS) == same


def test_steady_names_what_was_drawn_in_quotes() -> None:
    """A value of several lines is known again as Python writes it."""
    key = "two\nlines"
    assert steady(f"the text {key!r}", {"$private_key": key}) == "the text '<private_key>'"


@unsteered
@given(
    st.fixed_dictionaries(
        {
            "$secret": st.text("0123456789abcdef", min_size=64, max_size=64),
            "$user_id": st.integers(100_000, 999_999_999),
            "$stranger": st.text("abcdefghijklmnopqrstuvwxyz", min_size=10, max_size=10),
        }
    ),
    st.lists(st.sampled_from(["$secret", "$user_id", "$stranger", " ", ": ", "'", "\n"]), max_size=8),
)
def test_steady_hides_every_drawn_value(bindings: Bindings, order: list[str]) -> None:
    """No value that was drawn shows, wherever in a text it stands, and whatever stands beside it."""
    shown = steady("".join(str(bindings.get(name, name)) for name in order), bindings)
    assert not [name for name, value in bindings.items() if str(value) in shown]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (0.4, "0 s"),
        (1, "1 s"),
        (59.6, "1 min"),
        (90, "1 min 30 s"),
        (1800, "30 min"),
        (3599.6, "1 h"),
        (20220, "5 h 37 min"),
        (20221, "5 h 37 min"),
        (86400, "1 d"),
        (86401, "1 d 1 s"),
        (90061, "1 d 1 h"),
        (2_592_000, "30 d"),
    ],
)
def test_duration_says_two_units(seconds: float, said: str) -> None:
    """A length of time is said in its two largest units, whole seconds at the finest."""
    assert duration(seconds) == said


@unsteered
@given(st.floats(min_value=0, max_value=1e12))
def test_duration_is_near_the_truth(seconds: float) -> None:
    """What is said, read back, is short of the truth by less than the smaller unit that is named."""
    sizes = {"d": 86400, "h": 3600, "min": 60, "s": 1}
    words = duration(seconds).split()
    named = list(zip(map(int, words[::2]), (sizes[unit] for unit in words[1::2]), strict=True))
    rest = round(seconds) - sum(count * size for count, size in named)
    assert len(named) <= 2
    assert 0 <= rest < named[-1][1]
