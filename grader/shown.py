"""Values as Python writes them, made harmless and short: what was given to a program, and what it gave."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader import tokens
from grader.evidence import Value
from grader.judge import wording
from grader.text import clean
from grader.tokens import Token
from grader.values import Bindings

LONGEST_SHOWN = 60
BEGINNING = 16
BRACKETS = {"list": "[]", "tuple": "()", "set": "{}"}


def argument(given: object, bindings: Bindings) -> str:
    """Name what was drawn, and a token by how it is signed; show anything else as Python writes it."""
    name = next((name for name, value in bindings.items() if value is given), "")
    token = tokens.read(given)
    if token:
        return f"<{clean(str(token.header.get('alg')), 10)} token>"
    return name[1:] if name.startswith("$") else short(repr(given))


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
