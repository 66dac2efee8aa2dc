"""Misconceptions that show in what was returned, read or printed."""

from __future__ import annotations

import ast
import base64
import contextlib
import json
import re
from collections.abc import Iterator
from http import HTTPStatus

from grader import tokens
from grader.evidence import item, plain
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.answers import has_token, is_json, is_refusal, json_of, status_of
from grader.judge.subject import PRINTED, Subject
from grader.text import clean
from grader.verbs import Answers, Encodes, Equals, Is, Verifies

LOGIN_SHAPE = '{"access_token": token, "token_type": "bearer"}'
USER_SHAPE = '{"username": username}'
RETURNED = "https://fastapi.tiangolo.com/tutorial/first-steps/#step-5-return-the-content"
ABOUT_SUB = "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.2"
LONGEST_PAYLOAD = 2_000
REFRESH = "refresh_token"
REFRESH_SHAPE = '{"access_token": token, "refresh_token": another, "token_type": "bearer"}'
BYTES_TEXT = re.compile(r"b(['\"])[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\1")


def returns_none(case: Case) -> Figures | None:
    """A function gives None where a value is due, and never as a refusal."""
    refusing = {of for check in case.checks if isinstance(check, Equals) and check.equals is None for of in check.paths}
    names = {each[of].step.name for each in case.rounds for of in refusing if of in each}
    wanted = (about for check, about in case.broken(Equals) if check.equals is not None)
    for about in (*_due(case), *(about for about in wanted if about.observation.step.name not in names)):
        step, reply = about.observation.step, about.observation.reply
        if step.do == "call" and reply and reply.value and reply.value.type == "NoneType":
            return {"what": f"{step.name}(...)"}
        if _is_success(about) and json_of(about) is None and is_json(about):
            return {"what": f"The function behind `{step.name}`"}
    return None


def response_shape(case: Case) -> Figures | None:
    """The answer to a login has not the members that clients look for (RFC 6749 §5.1)."""
    refreshing = any(of.endswith(REFRESH) for check in case.checks for of in check.paths)
    shape = REFRESH_SHAPE if refreshing else LOGIN_SHAPE
    for check, about in case.broken(Is):
        if check.is_ == "dict" and about.value and about.value.type in ("str", "list", "tuple"):
            return {"found": "it is not a dict", "shape": shape}
        if about.path.endswith(REFRESH) and _is_answer(about) and about.value is None:
            return {"found": f"it has no `{REFRESH}`", "shape": shape}
    if returns_none(case) is not None:
        return None
    for _, about in case.broken(Verifies):
        if about.path.endswith("access_token") and _is_answer(about) and about.value is None:
            return {"found": "it has no `access_token`", "shape": shape}
    for _, about in case.broken(Equals):
        if about.path.endswith("token_type") and _is_answer(about):
            return {"found": "its `token_type` is missing or not the text 'bearer'", "shape": shape}
        if about.path.endswith("json.username") and _is_answer(about) and about.value is None:
            return {"found": "it has no `username`", "shape": USER_SHAPE, "link": RETURNED}
    return None


def returns_payload(case: Case) -> Figures | None:
    """The payload itself stands where the token should."""
    found = next((about for about in _due(case) if _is_payload(about)), None)
    return {"what": found.named} if found else None


def returns_bytes(case: Case) -> Figures | None:
    """Bytes stand where the token should, as in PyJWT 1."""
    for about in _due(case):
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


def accepts_anyone(case: Case) -> Figures | None:
    """Who gives a wrong password, or is not known, gets a token all the same."""
    for check, about in case.broken(Equals):
        if check.equals is None and (about.token or item(about.value, "access_token")):
            return {"who": "a wrong password" if "password" in check.id else "a user name that nobody knows"}
    for refusal, about in case.broken(Answers):
        if is_refusal(refusal) and _is_success(about) and has_token(about):
            form = about.observation.step.sends.get("form") or {}
            stranger = form.get("username") == about.bindings.get("$stranger")
            return {"who": "a user name that nobody knows" if stranger else "a wrong password"}
    return None


def _due(case: Case) -> list[Subject]:
    """Give what stands in the places where a token is due, or a dict with one, and is not good."""
    shapes = (about for check, about in case.broken(Is) if check.is_ in ("token", "dict"))
    return [*(about for _, about in case.broken(Verifies)), *shapes]


def _printed(case: Case) -> list[Subject]:
    return [about for check, about in case.broken(Is) if check.of == f"run.{PRINTED}"]


def _is_answer(about: Subject) -> bool:
    """Tell whether a call gave a dict, or a request was answered with success."""
    reply = about.observation.reply
    if about.observation.step.do == "request":
        return _is_success(about)
    return bool(reply and reply.value and reply.value.type == "dict")


def _is_success(about: Subject) -> bool:
    return (status_of(about) or HTTPStatus.INTERNAL_SERVER_ERROR) < HTTPStatus.MULTIPLE_CHOICES


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
