"""Tasks and what came of them, made by hand: functions that should give tokens, and scripts that should print one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from evidence_builder import Behaviour, Failed, check, evidence, gives, raises, returned, step, token, token_of, told

from grader.evidence import Error
from grader.plan import Step
from grader.verbs import Check

PASTED = token(step(), {"user_id": 7}, "another")
SIGNED = check(name="signed", token={"secret": "$secret", "algorithms": ["HS256"]})
USER = check(name="user", claim="user_id", equals="$user_id", needs=["signed"])
EXPIRES = check(name="expires", claim="exp", equals="now + 30 min", needs=["signed"])
REFUSED = check(answers=401)
LET_IN = check(answers=200)
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


KEYED = {"SECRET_KEY": "k" * 64}
LIFETIMES: dict[str, tuple[tuple[timedelta, ...], str]] = {
    "default": ((), "now + 15 min"),
    "five": ((timedelta(minutes=5),), "now + 5 min"),
    "odd": ((timedelta(seconds=95),), "now + 95 s"),
    "week": ((timedelta(days=7),), "now + 7 d"),
    "zero": ((timedelta(0),), "now"),
    "past": ((timedelta(minutes=-5),), "now - 5 min"),
}
"""What a function is given as a lifetime, and when its token should expire then."""
STOPS = check("without", name="stops", ends="failed")


def living(*, local: bool = False, **lives: float) -> Failed:
    """Give a task whose function takes a lifetime: how many seconds its tokens live by default, and with each given.

    They are counted from local time as if it were UTC, if that is asked for.
    """
    args = {name: given for name, (given, _) in LIFETIMES.items()}
    expiring: dict[str, Any] = {name: _living(life, local=local) for name, life in lives.items()}
    checks = tuple(check(name, name=name, claim="exp", equals=LIFETIMES[name][1]) for name in lives)
    return evidence(args=args, **expiring), checks


def _living(life: float, *, local: bool) -> Behaviour:
    return token_of(lambda step: {"exp": step.at + life + (step.zone.offset if local else 0)})


def handing(data: dict[str, Any], answer: Behaviour, *checks: Check) -> Failed:
    """Give a task whose function is handed a dict of claims."""
    return evidence(args={"answer": (data,)}, answer=answer), checks


def loaded(environment: dict[str, str], behave: Behaviour = returned) -> Behaviour:
    """Load the file once more, or for the first time, with these variables."""
    return lambda step: behave(replace(step, do="run", environment=environment))


def starting(answer: Behaviour = returned, without: Behaviour = returned, **run: Any) -> Failed:
    """Give a task whose file is started with its key and then without; `answer` is a call after that."""
    first = loaded(KEYED, lambda step: returned(step, **run))
    return evidence(run=first, without=loaded({}, without), answer=answer), (STOPS,)


def signed_with(key: str) -> Behaviour:
    """Give a token that says the same every time, signed with this key."""
    return token_of(lambda _: {"sub": "alice"}, secret=key)


def logging_in(wrong: tuple[str, str]) -> Failed:
    """Give a task whose function gives a token for alice and wonderland, and for another login, too."""
    given = evidence(args={"good": ("alice", "wonderland"), "wrong": wrong}, good=gives(PASTED), wrong=gives(PASTED))
    return given, (check("good", name="good", is_="token"), check("wrong", name="refuses", equals=None))


def asking(
    answer: Behaviour, *checks: Check, source: str = "", bearer: Callable[[Step], str] | None = None, **sent: Any
) -> Failed:
    """Give a task whose application is sent a request."""

    def sends(step: Step) -> dict[str, Any]:
        return {"form": None, "json": None, "scheme": "Bearer", "bearer": bearer and bearer(step), **sent}

    return evidence(source, answer=answer, sends={"answer": sends}), checks


def answered(
    status: int, json: object = None, *, refused: str = "", error: Error | None = None, **headers: str
) -> Behaviour:
    """Give this answer to a request; `refused` is what decode said of the token: an error's type and message."""
    kind, _, message = refused.partition(": ")
    refusals = (Error(type=kind, message=message, line=3),) if refused else ()
    told = {name.replace("_", "-"): part for name, part in headers.items()}
    return gives({"status": status, "headers": told, "json": json}, refusals=refusals, error=error)


def accepting(bearer: Callable[[Step], str] | None, **sent: Any) -> Failed:
    """Give a task whose application lets somebody in who should be refused."""
    return asking(answered(200, {"username": "alice"}), REFUSED, bearer=bearer, **sent)


def refusing(refused: str) -> Failed:
    """Give a task whose application refuses a good token, because decode said this."""
    return asking(answered(401, refused=refused), LET_IN, bearer=signed())


def signed(secret: str | None = None, algorithm: str = "HS256", **claims: Any) -> Callable[[Step], str]:
    """Make a good token of a user's, but for what is given here; a claim may depend on the step."""

    def bearer(step: Step) -> str:
        whole = {"sub": "alice", "exp": int(step.at) + 300} | claims
        payload = {name: part(step) if callable(part) else part for name, part in whole.items() if part is not ...}
        return token(step, payload, secret, algorithm)

    return bearer
