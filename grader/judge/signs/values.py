"""Misconceptions that show in what was returned, read or printed."""

from __future__ import annotations

import ast
import base64
import contextlib
import json
import re
from collections.abc import Iterator

from grader import tokens
from grader.evidence import plain
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.subject import PRINTED, Subject
from grader.text import clean
from grader.tokens import Token
from grader.verbs import Check, Encodes, Equals, Is, Verifies

ABOUT_SUB = "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2"
LONGEST_PAYLOAD = 2_000
BYTES_TEXT = re.compile(r"b(['\"])[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\1")


def returns_payload(case: Case) -> Figures | None:
    """The payload itself stands where the token should."""
    found = next((about for about in due(case) if _is_payload(about)), None)
    return {"what": found.named} if found else None


def returns_bytes(case: Case) -> Figures | None:
    """Bytes stand where the token should, as in PyJWT 1."""
    for about in due(case):
        value = about.value
        if value and (value.type == "bytes" or (value.type == "str" and BYTES_TEXT.search(str(value.data)))):
            return {"what": about.named}
    return None


def token_not_printed(case: Case) -> Figures | None:
    """The script makes a token and prints nothing."""
    silent = any(not about.observation.output.strip() for about in _printed(case))
    return {} if silent else None


def prints_extra(case: Case) -> Figures | None:
    """The script prints the token and more."""
    for about in _printed(case):
        if (
            not about.token
            and tokens.find(about.observation.output)
            and not BYTES_TEXT.search(about.observation.output)
        ):
            return {}
    return None


def hard_coded_token(case: Case) -> Figures | None:
    """The token is a text in the file: encode was not called, or the token is the same whatever is asked for."""
    if not case.tokens_in_file:
        return None
    made = [about.token.text for _, about in case.broken(Verifies) if about.token]
    unchanged = len(made) > 1 and len(set(made)) == 1
    uncalled = any(check.encode == "called" for check, _ in case.broken(Encodes))
    return {} if unchanged or uncalled else None


def fixed_answer(case: Case) -> Figures | None:
    """Calls with different arguments all give the same answer, which is right only by chance."""
    if not any(case.open(Equals)):
        return None
    abouts = [about for check in case.checks if isinstance(check, Equals) for about in case.subjects(check)]
    answers = {str(about.value.data) if about.value and about.value.type == "str" else "" for about in abouts}
    several = len({about.observation.step.id for about in abouts}) > 1
    if not several or len(answers) != 1 or "" in answers:
        return None
    answer = clean(answers.pop())
    if any(about.observation.step.do == "request" for about in abouts):
        return {"answer": answer, "source": "its claim `sub` says whose it is", "link": ABOUT_SUB}
    return {"answer": answer, "source": "its first part, the header, says which algorithm signed it"}


def due(case: Case) -> list[Subject]:
    """Give what stands in the places where a token is due, or a dict with one, and is not good."""
    shapes = (about for check, about in case.broken(Is) if check.is_ in ("token", "dict"))
    return [*(about for _, about in case.broken(Verifies)), *shapes]


def tokens_of(case: Case, kind: type[Check]) -> list[Token]:
    """Give the tokens of which such a check does not hold; a pasted token says nothing of what the program does."""
    pasted = hard_coded_token(case) is not None
    return [about.token for _, about in case.broken(kind) if about.token and not pasted]


def _printed(case: Case) -> list[Subject]:
    return [about for check, about in case.broken(Is) if check.of == f"run.{PRINTED}"]


def _is_payload(about: Subject) -> bool:
    """Tell whether the value is a dict of claims, or the text of one in any of the usual spellings."""
    value = about.value
    if value is None or value.type == "dict":
        parts = [plain(part) for _, part in value.pairs or ()] if value else []
        return value is not None and not any(map(tokens.read, parts))
    text = str(value.data).strip() if value.type == "str" else ""
    return not tokens.find(text) and any(isinstance(reading, dict) for reading in _readings(text))


def _readings(text: str) -> Iterator[object]:
    """Read a text as a Python literal, as JSON, and as base64 of JSON: what of it can be read."""
    if len(text) > LONGEST_PAYLOAD:
        return
    with contextlib.suppress(ValueError, SyntaxError, MemoryError, RecursionError):
        yield ast.literal_eval(text)
    with contextlib.suppress(ValueError, RecursionError):
        yield json.loads(text)
    with contextlib.suppress(ValueError, RecursionError):
        yield json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
