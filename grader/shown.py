"""Values as Python writes them, made harmless and short: what was given to a program, and what it gave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader import tokens
from grader.evidence import Value
from grader.judge import wording
from grader.plan import Step
from grader.text import clean, duration, whole
from grader.tokens import Token
from grader.values import Bindings

LONGEST_SHOWN = 60
BEGINNING = 16
HMAC = ("HS256", "HS384", "HS512")
MOMENTS = ("exp", "iat", "nbf")
MOST_CLAIMS = 5
NO_KEYS = ("$stranger", "$wrong_password")
"""What is drawn, and is never a key that tokens should be signed with."""
BRACKETS = {"list": "[]", "tuple": "()", "set": "{}"}


def argument(given: object, step: Step) -> str:
    """Name what was drawn, and say of a token how it is signed and what it says; show anything else as Python does."""
    token = tokens.read(given)
    return _token(token, step) if token else _named(given, step.bindings) or short(repr(given))


def _named(given: object, bindings: Bindings) -> str:
    return next((name[1:] for name, value in bindings.items() if name.startswith("$") and value == given), "")


def _token(token: Token, step: Step) -> str:
    """Say of a token in what it may differ from another: `<HS256 token: sub 'bob', exp in 5 min>`."""
    algorithm = clean(str(token.header.get("alg")), 10)
    said = [_claim(name, value, step) for name, value in list(token.payload.items())[:MOST_CLAIMS]]
    keys = [key for name, key in step.bindings.items() if isinstance(key, str) and name not in NO_KEYS]
    if algorithm in HMAC and not tokens.verifies(token, keys, HMAC):
        said.append("signed with another key")
    whole = f": {', '.join(said)}" if said else ""
    return f"<{'unsigned' if algorithm == 'none' else algorithm} token{whole}>"


def _claim(name: str, value: object, step: Step) -> str:
    if name in MOMENTS and isinstance(value, int | float) and not isinstance(value, bool):
        away = whole(value - step.at)
        return f"{name} {f'in {duration(away)}' if away > 0 else f'{duration(-away)} ago' if away else 'now'}"
    return f"{clean(name, 20)} {_named(value, step.bindings) or short(repr(value))}"


def short(text: str) -> str:
    """Show the beginning of what is long and has no spaces in it, such as a token."""
    begun = re.sub(rf"[\w.-]{{{LONGEST_SHOWN},}}", lambda match: f"{match[0][:BEGINNING]}…", text)
    return clean(begun)


def literal(value: Value) -> str:
    """Show a value as Python writes it, as far as it is known."""
    if value.pairs is not None:
        return "{" + ", ".join(f"{literal(key)}: {literal(part)}" for key, part in value.pairs) + "}"
    if value.items is not None:
        around = BRACKETS.get(value.type, "[]")
        return around[0] + ", ".join(map(literal, value.items)) + around[1]
    if value.type == "bytes":
        return short(f"b'{value.text}'")
    if value.data is None and value.type != "NoneType":
        return clean(value.text) or wording.shown(value, {})
    return short(repr(value.data))


def tokens_in(value: Value | None) -> Iterator[Token]:
    """Find the tokens in a value."""
    if value is None:
        return
    if value.type == "str":
        token = tokens.read(value.data)
        if token:
            yield token
    for part in (*(value.items or ()), *(part for _, part in value.pairs or ())):
        yield from tokens_in(part)
