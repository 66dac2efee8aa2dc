"""Misconceptions about what a function is handed, and what it hands back: the dict of claims, and the token."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Iterator

from grader import tokens
from grader.evidence import Value, plain
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.claims import wrong_claim_name
from grader.judge.signs.values import BYTES_TEXT, hard_coded_token
from grader.text import clean
from grader.values import resolve
from grader.verbs import Claim, Keeps, Verifies

KINDS = {"dict": "a dict", "list": "a list", "tuple": "a tuple", "str": "a longer text"}


def wrapped_token(case: Case) -> Figures | None:
    """The token is there, but inside of something else."""
    for _, about in case.broken(Verifies):
        value = about.value
        if about.token or not value or value.type not in KINDS or hard_coded_token(case) is not None:
            continue
        if any(tokens.find(text) for text in _texts(value) if not BYTES_TEXT.search(text)):
            return {"function": about.named, "what": KINDS[value.type]}
        if value.type == "str" and tokens.find(_decoded(str(value.data))):
            return {"function": about.named, "what": "base64 once more"}
    return None


def nested_data(case: Case) -> Figures | None:
    """What was handed over stands in one claim, when it should be the payload."""
    for claim, expected, payload in _lost(case):
        for name, value in payload.items():
            inside = isinstance(value, dict) and value.get(claim) == expected
            if inside or (
                isinstance(value, str) and value != expected and f"{claim}" in value and str(expected) in value
            ):
                return {"claim": clean(name)}
    return None


def drops_data(case: Case) -> Figures | None:
    """Some of what was handed over is not in the payload, or not as it was."""
    if nested_data(case) is not None or wrong_claim_name(case) is not None:
        return None
    for claim, _, payload in _lost(case):
        return {"claim": clean(claim), "found": "has something else there" if claim in payload else "has no such claim"}
    return None


def mutates_input(case: Case) -> Figures | None:
    """The caller's dict is changed."""
    for _, about in case.broken(Keeps):
        reply = about.observation.reply
        for given, left in zip(about.observation.step.args, reply.arguments if reply else (), strict=False):
            now = plain(left)
            if isinstance(given, dict) and isinstance(now, dict) and now != given:
                added = [f"`{clean(name)}`" for name in now if name not in given]
                return {"what": f"{', '.join(added)} is in it now" if added else "it is not as it was"}
    return None


def _lost(case: Case) -> Iterator[tuple[str, object, dict[str, object]]]:
    """Yield each claim that was handed over and is not in the token, its value, and the payload."""
    for check, about in case.broken(Claim):
        expected = resolve(check.equals, about.bindings)
        handed = [arg for arg in about.observation.step.args if isinstance(arg, dict)]
        if (
            about.token
            and hard_coded_token(case) is None
            and any(check.claim in arg and arg[check.claim] == expected for arg in handed)
        ):
            yield check.claim, expected, about.token.payload


def _texts(value: Value) -> Iterator[str]:
    for part in (*(value.items or ()), *(each for pair in value.pairs or () for each in pair)):
        yield from _texts(part)
    if isinstance(value.data, str):
        yield value.data


def _decoded(text: str) -> str:
    with contextlib.suppress(ValueError):
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    return ""
