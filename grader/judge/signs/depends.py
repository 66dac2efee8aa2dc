"""A forgotten `Depends`: FastAPI then takes a parameter for a part of the address, or for the type of a value."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.judge import wording
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.answers import is_refusal, missed
from grader.text import clean
from grader.verbs import Answers

NO_FIELD = re.compile(r"^Invalid args for response field! Hint: check that <class 'fastapi\.security\.[\w.]*?(\w+)'>")
CALLED = re.compile(r"^(OAuth2\w+|HTTPBearer|APIKeyHeader)\.__(call|init)__\(\) missing")
CLASSES = ("OAuth2PasswordBearer", "OAuth2PasswordRequestForm", "HTTPBearer", "APIKeyHeader")
"""What takes something out of a request."""


def missing_depends(case: Case) -> Figures | None:
    """Nothing says that a parameter is what something else takes out of the request."""
    what = _at_loading(case) or next(_in_answers(case), None)
    return {"what": what} if what else None


def _at_loading(case: Case) -> str | None:
    if case.error is None or case.stopped is None or case.stopped.step.do != "run":
        return None
    place = wording.place(case.evidence.file, case.error)
    if as_type := NO_FIELD.search(case.error.message):
        return f"it has the type {as_type[1]}, and that is all ({place})"
    if called := CALLED.search(case.error.message):
        return f"{called[1]} is called by hand, which FastAPI does by itself ({place})"
    return None


def _in_answers(case: Case) -> Iterator[str]:
    for check, about in case.broken(Answers):
        sends = about.observation.step.sends
        if is_refusal(check):
            continue
        names = [place[-1] for place in missed(about.observation) if place[0] == "query"]
        if sends.get("bearer") is not None and not sends.get("form") and not sends.get("json") and names:
            yield f"`{clean(names[0], 40)}` is looked for in the address, and is not there"
        for default in _defaults(case.evidence.source):
            yield f"`{clean(default, 40)}` is the default of one as it is, and is never asked"


def _defaults(source: bytes) -> Iterator[str]:
    """Yield the names of what takes something out of a request, and is a parameter's default as it is."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # it explains nothing then
        return
    calls = [node for node in nodes if isinstance(node, ast.Assign) and _makes(node.value)]
    made = {target.id for node in calls for target in node.targets if isinstance(target, ast.Name)}
    for node in nodes:
        for default in (*node.defaults, *node.kw_defaults) if isinstance(node, ast.arguments) else ():
            if isinstance(default, ast.Name) and default.id in {*made, *CLASSES}:
                yield default.id


def _makes(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and _name(value.func) in CLASSES


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
