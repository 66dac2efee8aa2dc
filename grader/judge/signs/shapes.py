"""Misconceptions about what an answer is made of: nothing at all, or other members than clients look for."""

from __future__ import annotations

from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.answers import is_json, is_success, json_of
from grader.judge.signs.values import due
from grader.judge.subject import Subject
from grader.verbs import Equals, Is, Verifies

LOGIN_SHAPE = '{"access_token": token, "token_type": "bearer"}'
USER_SHAPE = '{"username": username}'
RETURNED = "https://fastapi.tiangolo.com/tutorial/first-steps/#step-5-return-the-content"
REFRESH = "refresh_token"
REFRESH_SHAPE = '{"access_token": token, "refresh_token": another, "token_type": "bearer"}'


def returns_none(case: Case) -> Figures | None:
    """A function gives None where a value is due, and never as a refusal."""
    refusing = {of for check in case.checks if isinstance(check, Equals) and check.equals is None for of in check.paths}
    names = {each[of].step.name for each in case.rounds for of in refusing if of in each}
    wanted = (about for check, about in case.broken(Equals) if check.equals is not None)
    for about in (*due(case), *(about for about in wanted if about.observation.step.name not in names)):
        step, reply = about.observation.step, about.observation.reply
        if step.do == "call" and reply and reply.value and reply.value.type == "NoneType":
            return {"what": f"{step.name}(...)"}
        if is_success(about.observation) and json_of(about.observation) is None and is_json(about.observation):
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


def _is_answer(about: Subject) -> bool:
    """Tell whether a call gave a dict, or a request was answered with success."""
    reply = about.observation.reply
    if about.observation.step.do == "request":
        return is_success(about.observation)
    return bool(reply and reply.value and reply.value.type == "dict")
