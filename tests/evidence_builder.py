"""Evidence made by hand: what a program might have given in the three rounds, without running one.

A behaviour takes a step and gives what came of it; `evidence` asks it once in every round. Each round has an instant,
a secret and a user of its own, as in a real run, so that what is judged right holds for all of them.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import hmac
import json
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Literal, TypeAlias, get_args

from pydantic import TypeAdapter

from grader.evidence import Encoding, End, Error, Evidence, Observation, Reply, Told, Value
from grader.judge.case import Case
from grader.judge.diagnosis import diagnose
from grader.judge.judging import judge
from grader.labels import Label
from grader.plan import UNTIL_CALLS, Step
from grader.report import CheckResult, Diagnosis
from grader.sandbox import describe
from grader.verbs import AnyCheck, Check
from grader.zones import ZONES, Zone

Behaviour: TypeAlias = Callable[[Step], Observation]
Failed: TypeAlias = "tuple[Evidence, tuple[Check, ...]]"
"""What was observed of a program, and the checks of its task."""

LABELS: tuple[Label, ...] = get_args(Label)

FILE = "answer.py"
REQUEST = "GET /me"
AT = (1_800_000_000.75, 1_850_000_000.5, 1_900_000_000.25)
"""When the calls of each round are made, in seconds since the epoch: at different fractions of a second."""
DIGESTS = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}
_CHECK: TypeAdapter[AnyCheck] = TypeAdapter(AnyCheck)


def bindings(number: int = 0) -> dict[str, Any]:
    """Give what the `$names` stand for in this round."""
    return {
        "$secret": hashlib.sha256(b"round %d" % number).hexdigest(),
        "$user_id": 100_000_007 + number,
        "$stranger": "qwertyuio" + "abc"[number],
        "$wrong_password": "mnbvcxzlkjhgf" + "abc"[number],
    }


def step(  # noqa: PLR0913 - each has a default that most tests keep
    do: Literal["run", "call", "read", "request"] = "call",
    name: str = "answer",
    *,
    number: int = 0,
    zone: Zone | None = None,
    args: tuple[Any, ...] = (),
    script: bool = False,
) -> Step:
    """Give one step of the round of this number."""
    at = AT[number] - UNTIL_CALLS if do == "run" else AT[number]
    known = bindings(number)
    filled = tuple(known.get(arg, arg) if isinstance(arg, str) else arg for arg in args)
    step_id = "run" if do == "run" else name
    shown = {"run": "", "request": REQUEST}.get(do, name)
    return Step(step_id, do, at, zone or ZONES[number], known, shown, filled, script)


def value(thing: object) -> Value:
    """Give a value as it comes out of the process in which it was."""
    return Value.model_validate_json(json.dumps(describe.value(thing)))


def returned(
    step: Step, thing: object = None, *, output: str = "", literals: tuple[str, ...] = (), **more: Any
) -> Observation:
    """Give what a step that ended well gave; `more` are members of its reply."""
    told = None if step.do == "run" else value(thing)
    return Observation(step, "returned", output, Reply(end="returned", value=told, **more), literals)


def raised(step: Step, kind: str, message: str, line: int | None = None) -> Observation:
    """Give what a step gave that ended with this exception."""
    error = Error(type=kind, message=message, line=line)
    return Observation(step, "raised", "", Reply(end="raised", error=error))


def told(step: Step, end: Told, literals: tuple[str, ...] = (), **more: Any) -> Observation:
    """Give a step that ended in some other way of which the process could still tell."""
    return Observation(step, end, "", Reply(end=end, **more), literals)


def silent(step: Step, end: End) -> Observation:
    """Give a step of which nothing was told: it was stopped, or what it gave could not be taken."""
    return Observation(step, end)


def encoding(line: int | None = None, *, named: bool = False, made: str = "") -> Encoding:
    """Give one call of PyJWT's encode, and the token that it made."""
    return Encoding(algorithm_named=named, line=line, token=made)


def gives(thing: object, **more: Any) -> Behaviour:
    """Give the same value in every round."""
    return lambda step: returned(step, thing, **more)


def raises(kind: str, message: str, line: int | None = 3) -> Behaviour:
    """End with this exception in every round."""
    return lambda step: raised(step, kind, message, line)


def evidence(  # noqa: PLR0913 - each has a default that most tests keep
    source: str = "",
    *,
    script: bool = False,
    reads: Collection[str] = (),
    args: Mapping[str, tuple[Any, ...]] | None = None,
    sends: Mapping[str, Callable[[Step], Mapping[str, Any]]] | None = None,
    run: Behaviour = returned,
    **behaviours: Behaviour,
) -> Evidence:
    """Give the evidence of three rounds; the steps are called like the functions, or `reads` like the names.

    What has something to send is a request.
    """
    observed: list[Observation] = []
    for number in range(len(ZONES)):
        observed.append(run(step("run", number=number, script=script)))
        for name, behave in behaviours.items():
            given = (args or {}).get(name, ())
            if sends and name in sends:
                asking = step("request", name, number=number)
                observed.append(behave(dataclasses.replace(asking, sends=sends[name](asking))))
                continue
            observed.append(behave(step("read" if name in reads else "call", name, number=number, args=given)))
    return Evidence(FILE, source.encode(), tuple(observed))


def token(step: Step, payload: object, secret: str | None = None, algorithm: str = "HS256", **header: Any) -> str:
    """Sign a payload without PyJWT, with the step's secret where none is given; `header` is added to the header."""
    head = {"alg": algorithm, "typ": "JWT", **header}
    signed = ".".join(_base64url(json.dumps(part).encode()) for part in (head, payload))
    key = step.bindings["$secret"] if secret is None else secret
    digest = DIGESTS.get(algorithm)
    signature = hmac.new(key.encode(), signed.encode(), digest).digest() if digest else b""
    return f"{signed}.{_base64url(signature)}"


def token_of(payload: Callable[[Step], object], **signing: Any) -> Behaviour:
    """Give a token in every round, its payload made for the step."""
    return lambda step: returned(step, token(step, payload(step), **signing))


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def check(of: str | list[str] = "answer", *, name: str = "good", needs: Iterable[str] = (), **verb: Any) -> Check:
    """Give a check; `is_` stands for `is`, which Python keeps for itself."""
    written = {key.rstrip("_"): part for key, part in verb.items()}
    entry = {"id": name, "title": f"is {name}", "of": of, "needs": list(needs), **written}
    return _CHECK.validate_json(json.dumps(entry))


def verdicts(given: Evidence, *checks: Check) -> list[tuple[str, str]]:
    """Judge, and give each check's status and message."""
    results: tuple[CheckResult, ...] = judge(checks, given)
    return [(result.status, result.message) for result in results]


def diagnosed(given: Evidence, *checks: Check, own_modules: frozenset[str] = frozenset()) -> tuple[Diagnosis, ...]:
    """Judge, and diagnose with all labels there are."""
    return diagnose(Case(checks, judge(checks, given), given, own_modules), LABELS)
