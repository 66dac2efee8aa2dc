"""What stands for a value in an exercise, and the value that it stands for in a round: made anew for each."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from grader import tokens
from grader.steps import Forgery, Lifetime, Resigning, Tampering
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
            return _signed(claims, forged.headers, forged.secret, forged.algorithm, bindings)
        case Tampering(tampered=original, claims=changes):
            token = _read(made(original, bindings, now), original)
            return tokens.tamper(token, _dated(resolve(changes, bindings), now))
        case Resigning(signed_anew=original, secret=secret, algorithm=algorithm):
            token = _read(resolve(original, bindings), original)
            return _signed(token.payload, {**token.header, "alg": algorithm}, secret, algorithm, bindings)
        case Lifetime(timedelta=parts):
            return timedelta(**parts)
        case Mapping():
            return {key: made(part, bindings, now) for key, part in value.items()}
        case _:
            return resolve(value, bindings)


def _read(text: object, original: object) -> tokens.Token:
    token = tokens.read(text)
    if token is None:
        raise UnknownReferenceError(str(original))
    return token


def _signed(
    claims: Mapping[str, Any], headers: Mapping[str, Any], secret: str, algorithm: str, bindings: Bindings
) -> str:
    key = resolve(secret, bindings)
    try:
        return tokens.make(claims, key if isinstance(key, str) else "", algorithm, headers)
    except ValueError as error:
        raise UnknownReferenceError(secret) from error


def _dated(claims: Mapping[str, Any], now: float) -> dict[str, Any]:
    """Put whole seconds since the epoch in the places of moments."""
    moments = {claim: moment(value, now) for claim, value in claims.items()}
    return {claim: value if (at := moments[claim]) is None else int(at) for claim, value in claims.items()}
