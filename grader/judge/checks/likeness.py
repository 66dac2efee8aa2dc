"""Whether a value is like others: equal to them but for what differs among those by chance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from grader import verbs
from grader.evidence import plain
from grader.judge import wording
from grader.judge.checks.difference import same
from grader.judge.subject import Subject
from grader.values import resolve

WORDS = re.compile(r"[\w-]+|[^\w-]+")
"""A number with hyphens is one: two of its parts may be the same by chance, such as four digits of a UUID."""
MISSING = object()
"""What stands where the others have something, or have nothing."""

Difference: TypeAlias = tuple[tuple[str, ...], object, object]
"""The path to what is not alike, what is there, and what the others have there."""


def resembles(check: verbs.Resembles, subject: Subject) -> str | None:
    """It equals others, but for what differs among them by chance."""
    found = unlike(check, subject)
    if found is None:
        return None
    where, *both = found
    seen, due = ("nothing" if part is MISSING else wording.words(part, subject.bindings) for part in both)
    if seen == due:  # dicts with the same keys, lists of different lengths
        seen, due = (wording.quoted(part, subject.bindings) for part in both)
    return f"Expected {where} to be the same for both, but it is {seen} for the one and {due} for the other."


def unlike(check: verbs.Resembles, subject: Subject) -> tuple[str, object, object] | None:
    """Name the first part of an answer that is not like others, and give both; None if there is no such part."""
    others = [_comparable(resolve(other, subject.bindings)) for other in check.resembles]
    observed = _comparable(plain(subject.value)) if subject.value else None
    found = next(differences(observed, others), None)
    if found is None:
        return None
    path, here, there = found
    return replace(subject, path=".".join(filter(None, (subject.path, *path)))).named, here, there


def _comparable(answer: object) -> object:
    """Leave the length of an answer's body out of account, as the body itself is compared."""
    if not isinstance(answer, dict) or not isinstance(headers := answer.get("headers"), dict):
        return answer
    return {**answer, "headers": {name: text for name, text in headers.items() if name != "content-length"}}


def differences(observed: object, others: Sequence[object], path: tuple[str, ...] = ()) -> Iterator[Difference]:
    """Yield where a value is not like the others: a request's number, say, is another one in each of those, too."""
    everything = (observed, *others)
    if all(isinstance(each, Mapping) for each in everything):
        for key in dict.fromkeys(key for each in everything for key in _mapping(each)):
            here, *there = (_mapping(each).get(key, MISSING) for each in everything)
            yield from differences(here, there, (*path, str(key)))
    elif all(isinstance(each, list) and len(each) == len(_list(observed)) for each in everything):
        for index, (here, *there) in enumerate(zip(*map(_list, everything), strict=True)):
            yield from differences(here, there, (*path, str(index)))
    elif not _alike(observed, others):
        yield path, _steady(observed, others), _steady(others[0], others)


def _mapping(thing: object) -> Mapping[object, object]:
    return thing if isinstance(thing, Mapping) else {}


def _list(thing: object) -> list[object]:
    return thing if isinstance(thing, list) else []


def _alike(observed: object, others: Sequence[object]) -> bool:
    if all(same(other, others[0]) for other in others):
        return same(observed, others[0])
    texts = [each for each in (observed, *others) if isinstance(each, str)]
    if len(texts) <= len(others):
        return any(type(observed) is type(other) for other in others)
    words, *found = (WORDS.findall(text) for text in texts)
    if any(len(each) != len(found[0]) for each in found):
        return True
    return len(words) == len(found[0]) and all(
        word == among[0] for word, *among in zip(words, *found, strict=True) if len(set(among)) == 1
    )


def _steady(thing: object, others: Sequence[object]) -> object:
    """Put `…` for the words of a text that differ among the others, so that the same is told of it each time."""
    texts = [WORDS.findall(other) for other in others if isinstance(other, str)]
    if not isinstance(thing, str) or len(texts) < len(others) or len(set(map(tuple, texts))) == 1:
        return thing
    words = WORDS.findall(thing)
    if all(len(text) == len(words) for text in texts):
        return "".join(w if len(set(among)) == 1 else "…" for w, *among in zip(words, *texts, strict=True))
    fixed = set.intersection(*map(set, texts))
    return "".join(w if w in fixed or not any(map(str.isdigit, w)) else "…" for w in words)
