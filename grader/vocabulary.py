"""The words that exercise files are written in: names, texts, points, variables, references, moments, lengths of time.

A value in a step or a check is a plain YAML value, `$name` (drawn afresh, see `Variable`),
`@step.path` (what an earlier step gave, see `Reference`) or a moment such as `now + 30 min`. There is no Python in
strings but code that the student is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints

OfRound = Literal[
    "$secret",
    "$user_id",
    "$stranger",
    "$wrong_password",
    "$key_16",
    "$key_31",
    "$key_32",
    "$key_33",
    "$key_48",
    "$private_key",
    "$public_key",
    "$other_private_key",
    "$other_public_key",
]
"""Drawn for each round: a secret of 64 characters, a positive integer, a user and a password that nobody knows,
keys of so many letters and digits, and two pairs of keys for ES256, each key a text (PEM)."""
Variable = Literal[OfRound, "$id"]
"""`$id` is drawn for each step: the text of a UUID."""

Slug: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=60)]
Text: TypeAlias = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Code: TypeAlias = Annotated[str, StringConstraints(min_length=1)]
Letter: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-H]$")]
Path: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z_][a-z0-9_]*(\.[A-Za-z0-9_-]+)*$")]
Reference: TypeAlias = Annotated[str, StringConstraints(pattern=r"^@[a-z_][a-z0-9_]*(\.[A-Za-z0-9_-]+)*$")]
"""What a step of the same round gave, and a path into it: `@login.json.access_token`, `@token.payload.jti`."""
Points: TypeAlias = Annotated[float, Field(gt=0, le=100)]
Visibility = Literal["visible", "hidden", "after_due_date", "after_published"]
"""Whether students see a check, in the words of Gradescope: what is not visible is for instructors, until then."""
Duration: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d+ (s|min|h|d)$")]

MOMENT = re.compile(r"^now(?: (?P<sign>[+-]) (?P<count>\d+) (?P<unit>s|min|h|d))?$")
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}


class Model(BaseModel):
    """Strict and frozen, and a key that is not known is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    @cached_property
    def references(self) -> frozenset[tuple[str, str]]:
        """What is referred to anywhere in it: names of steps, each with the path into what the step gives."""
        found = (text[1:].partition(".") for text in _texts(self.model_dump()) if text.startswith("@"))
        return frozenset((name, path) for name, _, path in found)

    @cached_property
    def variables(self) -> frozenset[str]:
        """The `$names` that stand anywhere in it."""
        return frozenset(text for text in _texts(self.model_dump()) if text.startswith("$"))


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    parts = data.values() if isinstance(data, Mapping) else data if isinstance(data, list | tuple) else ()
    for part in parts:
        yield from _texts(part)


def first_of(verbs: Iterable[str]) -> Discriminator:
    """Tell which model an entry of the file is for: the first of the verbs among its keys decides."""

    def verb_of(entry: object) -> str | None:
        keys = (
            entry
            if isinstance(entry, dict)
            else {verb for verb in verbs if hasattr(entry, verb) or hasattr(entry, f"{verb}_")}
        )
        return next((tag(verb) for verb in verbs if verb in keys), None)

    return Discriminator(
        verb_of,
        custom_error_type="no_verb",
        custom_error_message="one of these keys must say what it does: {verbs}",
        custom_error_context={"verbs": ", ".join(verbs)},
    )


def tag(kind: str) -> str:
    """Mark the kind of an entry, which pydantic puts into the path of a fault, as no key of the file."""
    return f"<{kind}>"


def seconds(duration: Duration) -> int:
    """Give the length of time that `30 min` means."""
    count, unit = duration.split()
    return int(count) * SECONDS[unit]
