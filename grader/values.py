"""What stands for a value in an exercise, and the value that it stands for in a round: made anew for each."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from grader import tokens
from grader.steps import Forgery, Lifetime, Tampering
from grader.vocabulary import MOMENT, SECONDS

Bindings = Mapping[str, Any]
"""What each `$name` stands for in a round, and each `@step` of it that has been observed."""
TOKEN_PARTS = ("header", "payload")


class UnknownReferenceError(Exception):
    """A reference to what no step gave; its text is the reference."""


def resolve(value: Any, bindings: Bindings) -> Any:  # noqa: ANN401 - any YAML value
    """Put what `$names` and `@references` stand for in their places, at any depth.

    Raises UnknownReferenceError for a reference to what is not there.
    """
    if isinstance(value, str):
        return _follow(value, bindings) if value.startswith("@") else bindings.get(value, value)
    if isinstance(value, Mapping):
        return {key: resolve(part, bindings) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [resolve(part, bindings) for part in value]
    return value


def inside(data: object, key: str) -> object:
    """Give what is under a key in plain data: of a dict, or of a token, which has a `header` and a `payload`.

    Raises KeyError if there is no such thing.
    """
    if isinstance(data, str) and key in TOKEN_PARTS and (token := tokens.read(data)):
        return getattr(token, key)
    if isinstance(data, dict) and key in data:
        return data[key]
    raise KeyError(key)


def _follow(reference: str, bindings: Bindings) -> object:
    name, *keys = reference.split(".")
    try:
        found = functools.reduce(inside, keys, bindings[name])
    except KeyError as error:
        raise UnknownReferenceError(reference) from error
    if not _is_plain(found):
        raise UnknownReferenceError(reference)
    return found


def _is_plain(data: object) -> bool:
    if isinstance(data, dict | list):
        return all(map(_is_plain, data.values() if isinstance(data, dict) else data))
    return data is None or isinstance(data, str | int | float)


def moment(value: object, now: float) -> float | None:
    """Give the seconds since the epoch that `now + 30 min` means at this instant; None for what is no moment."""
    match = MOMENT.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    distance = int(match["count"] or 0) * SECONDS[match["unit"] or "s"]
    return now - distance if match["sign"] == "-" else now + distance


def made(value: Any, bindings: Bindings, now: float) -> Any:  # noqa: ANN401 - any YAML value
    """Make what is given to the program out of what the exercise says."""
    match value:
        case Forgery(token=forged):
            claims = _dated(resolve(forged.claims, bindings), now)
            key = resolve(forged.secret, bindings)
            try:
                return tokens.make(claims, key if isinstance(key, str) else "", forged.algorithm, forged.headers)
            except ValueError as error:
                raise UnknownReferenceError(forged.secret) from error
        case Tampering(tampered=original, claims=changes):
            token = tokens.read(made(original, bindings, now))
            if token is None:
                raise UnknownReferenceError(str(original))
            return tokens.tamper(token, _dated(resolve(changes, bindings), now))
        case Lifetime(timedelta=parts):
            return timedelta(**parts)
        case Mapping():
            return {key: made(part, bindings, now) for key, part in value.items()}
        case _:
            return resolve(value, bindings)


def _dated(claims: Mapping[str, Any], now: float) -> dict[str, Any]:
    """Put whole seconds since the epoch in the places of moments."""
    moments = {claim: moment(value, now) for claim, value in claims.items()}
    return {claim: value if (at := moments[claim]) is None else int(at) for claim, value in claims.items()}


def references(data: object) -> set[tuple[str, str]]:
    """Give what is referred to anywhere in plain data: names of steps, each with the path into what the step gives."""
    if isinstance(data, str):
        name, _, path = data[1:].partition(".")
        return {(name, path)} if data.startswith("@") else set()
    parts = data.values() if isinstance(data, Mapping) else data if isinstance(data, list | tuple) else ()
    return {reference for part in parts for reference in references(part)}
