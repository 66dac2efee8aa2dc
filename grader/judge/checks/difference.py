"""Whether two values are the same, and in what they differ where they look alike."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from grader.judge import wording
from grader.text import clean, steady
from grader.values import Bindings


def same(observed: object, expected: object) -> bool:
    """Tell whether two plain values are equal and of the same types throughout: 7 is neither 7.0 nor True nor '7'."""
    if isinstance(observed, Mapping) and isinstance(expected, Mapping):
        return observed.keys() == expected.keys() and all(same(observed[key], expected[key]) for key in expected)
    if isinstance(observed, list | tuple) and isinstance(expected, list | tuple):
        return len(observed) == len(expected) and all(map(same, observed, expected))
    return type(observed) is type(expected) and observed == expected


def told_apart(expected: object, observed: object, bindings: Bindings, *, found: str = "") -> str:
    """Say what was expected, and what was found instead; where both look alike, in what they differ."""
    wanted, found = wording.words(expected, bindings), found or wording.words(observed, bindings)
    if wanted != found:
        return f"{wanted}, but it is {found}"
    return f"{wanted}, but {difference(expected, observed, bindings)}"


def difference(expected: object, observed: object, bindings: Bindings, part: str = "it") -> str:
    """Say in what two values differ that are not the same: `its `detail` is the text 'a', and 'b' was expected`."""
    if isinstance(expected, Mapping) and isinstance(observed, Mapping):
        missing = [key for key in expected if key not in observed]
        more = [key for key in observed if key not in expected]
        if missing or more:
            return f"{part} lacks {_listed(missing)}" if missing else f"{part} has {_listed(more)} as well"
        key = next(key for key in expected if not same(observed[key], expected[key]))
        return difference(expected[key], observed[key], bindings, _named(part, f"`{clean(str(key), 40)}`"))
    if isinstance(expected, list) and isinstance(observed, list):
        if len(expected) != len(observed):
            return f"{part} has {len(observed)} entries, and {len(expected)} were expected"
        index = next(index for index, one in enumerate(expected) if not same(observed[index], one))
        return difference(expected[index], observed[index], bindings, _named(part, f"entry {index + 1}"))
    wanted, found = (wording.words(each, bindings) for each in (expected, observed))
    if wanted != found:
        return f"{part} is {found}, and {wanted} was expected"
    one, other = (steady(str(each), bindings) for each in (expected, observed))
    alike = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return f"{part} is another one" if one == other else f"{part} is another one from character {alike + 1} on"


def _listed(keys: list[str]) -> str:
    return ", ".join(f"`{clean(str(key), 40)}`" for key in keys)


def _named(whole: str, part: str) -> str:
    return f"its {part}" if whole == "it" else f"{part} of {whole}"
