"""Functions that tell whom a token is about, and applications that answer requests, with what came of them."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from evidence_builder import Behaviour, Failed, check, evidence, gives

from grader.evidence import Error
from grader.verbs import Check


def named(name: str, behave: Behaviour, **changes: Any) -> Behaviour:
    """Let a step be a call of this function, or a request, whatever its id."""
    return lambda step: behave(replace(step, name=name, **changes))


def reading(good: object = "alice", *checks: Check, **others: Any) -> Failed:
    """Give a task whose `read_token` gives this for a good token and for others, which should all be refused.

    What it gives may be a behaviour. With checks, those of the others that they are about are judged by them.
    """
    steps: dict[str, Any] = {
        name: named("read_token", _behaviour(thing)) for name, thing in {"good": good, **others}.items()
    }
    about = {check.paths[0] for check in checks}
    refusals = (check(name, name=f"refuses_{name}", equals=None) for name in others if name not in about)
    return evidence(**steps), (check("good", equals="alice"), *checks, *refusals)


def answering(
    *checks: Check, form: dict[str, str] | None = None, data: dict[str, str] | None = None, **statuses: Any
) -> Failed:
    """Give a task whose application answers each request with this status, or with a status, JSON and an error.

    It is sent a form, or data as JSON, to the path that the id of the step begins with.
    """
    steps: dict[str, Any] = {}
    sends = {"form": form, "json": {"refresh_token": "one"} if data is None and form is None else data}
    for name, told in statuses.items():
        behave = _answer(*(told if isinstance(told, tuple) else (told,)))
        target = f"POST /{name.partition('_')[0]}"
        steps[name] = named(target, behave, do="request", sends=sends)
    return evidence(**steps), checks


def _answer(status: int, content: object = None, error: str = "") -> Behaviour:
    content = {"username": "alice"} if content is None and status == HTTPStatus.OK else content
    raised = {"error": Error(type=error, message="", line=3)} if error else {}
    return gives({"status": status, "headers": {}, "json": content}, **raised)


def _behaviour(thing: Any) -> Behaviour:
    return thing if callable(thing) else gives(thing)
