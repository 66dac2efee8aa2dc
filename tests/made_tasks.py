"""Tasks and what came of them, made by hand: functions that should give tokens, and scripts that should print one."""

from __future__ import annotations

from typing import Any

from evidence_builder import Behaviour, Failed, check, evidence, gives, raises, returned, step, token, token_of, told

from grader.plan import Step
from grader.verbs import Check

PASTED = token(step(), {"user_id": 7}, "another")
SIGNED = check(name="signed", token={"secret": "$secret", "algorithms": ["HS256"]})
USER = check(name="user", claim="user_id", equals="$user_id", needs=["signed"])
EXPIRES = check(name="expires", claim="exp", equals="now + 30 min", needs=["signed"])
PRINTS = check("run.stdout", is_="token")


def claims(step: Step, **more: Any) -> dict[str, Any]:
    """Give the payload that is right, some of it changed or left out."""
    whole = {"user_id": step.bindings["$user_id"], "exp": int(step.at) + 1800} | more
    return {name: part for name, part in whole.items() if part is not ...}


def payload(**more: Any) -> Behaviour:
    """Give a token of the right payload but for these claims, which may depend on the step."""
    return token_of(
        lambda step: claims(step, **{k: part(step) if callable(part) else part for k, part in more.items()})
    )


def failing(run: Behaviour = returned, answer: Behaviour = returned) -> Failed:
    """Give a task whose function should make a token that expires."""
    return evidence(run=run, answer=answer), (SIGNED, USER, EXPIRES)


def loading(kind: str, message: str) -> Failed:
    """Give such a task whose file raises when it is loaded."""
    return failing(raises(kind, message), lambda step: told(step, "not_reached"))


def calling(kind: str, message: str) -> Failed:
    """Give such a task whose function raises."""
    return failing(answer=raises(kind, message))


def printing(output: str) -> Failed:
    """Give a task whose script should print a token."""
    return evidence(run=lambda step: returned(step, output=output), script=True), (PRINTS,)


def giving(thing: object, *checks: Check, **more: Any) -> Failed:
    """Give a task whose function gives the same in every round."""
    return evidence(answer=gives(thing, **more)), checks


def making(answer: Behaviour, *checks: Check, **run: Any) -> Failed:
    """Give a task whose function makes a token."""
    return evidence(run=lambda step: returned(step, **run), answer=answer), checks or (SIGNED, USER, EXPIRES)
