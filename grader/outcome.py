"""What a program did, in plain words: what it printed, gave, answered or stopped with, its tokens opened up.

For a person who tries things out: values are shown as they are, however they were drawn.
"""

from __future__ import annotations

import http
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader import tokens
from grader.evidence import Error, Evidence, Observation, Value, item, plain
from grader.inspection import MOMENTS, Inspection, inspect
from grader.judge import wording
from grader.plan import ZONES, Zone
from grader.text import clean, steady
from grader.tokens import Token
from grader.values import Bindings

AWAY = ZONES[1]
"""Where programs are watched: not where local time is UTC, where mistakes of zones do not show."""
LONGEST_SHOWN = 60
BEGINNING = 16
LINES = 8
UNREADABLE = ("SyntaxError", "IndentationError", "TabError")
BRACKETS = {"list": "[]", "tuple": "()", "set": "{}"}


@dataclass(frozen=True)
class Outcome:
    """What came of one step: a sentence, the lines that were printed, and a token opened up, with what to note."""

    sentence: str
    lines: tuple[str, ...] = ()
    token: Inspection | None = None
    notes: tuple[str, ...] = ()

    @property
    def timed(self) -> bool:
        """Tell whether there are moments in it, so that it matters when and where it was."""
        return self.token is not None and any(member.moment for member in self.token.payload)


def outcomes(evidence: Evidence, order: Sequence[str] = (), zone: Zone = AWAY) -> tuple[Outcome, ...]:
    """Tell what a program did in the round in this zone; steps that are in `order` in that order, after the others."""
    watched = [observation for observation in evidence.observations if observation.step.zone == zone]
    watched.sort(key=lambda each: order.index(each.step.id) if each.step.id in order else -1)
    told = [outcome for observation in watched for outcome in _told(observation, evidence)]
    return tuple(told) or (Outcome("It ran to its end and printed nothing."),)


def _told(observation: Observation, evidence: Evidence) -> Iterator[Outcome]:
    if observation.output.strip():
        yield _printed(observation)
    error = observation.reply.error if observation.reply else None
    if observation.end == "returned" and observation.step.do != "run" and observation.reply:
        yield _given(observation, observation.reply.value)
    elif observation.end == "raised" and error and error.type in UNREADABLE and observation.step.do == "run":
        yield Outcome(f"Python could not read it, so nothing was run. {_error(error)}")
    elif observation.end == "raised" and error:
        yield Outcome(f"{_who(observation)} stopped with {_error(error)}")
    elif observation.end not in ("returned", "not_reached", "not_given"):
        yield Outcome(wording.ended(observation, evidence))


def _printed(observation: Observation) -> Outcome:
    who = "It" if observation.step.do == "run" else _who(observation)
    text = observation.output.strip()
    token = tokens.read(text)
    if token:
        return _of_token(f"{who} printed a token:", token, observation)
    shown = [_short(line) for line in text.splitlines()]
    return Outcome(f"{who} printed:", (*shown[:LINES], *(["…"] if len(shown) > LINES else [])))


def _given(observation: Observation, value: Value | None) -> Outcome:
    if observation.step.do == "request":
        return _answered(observation, value)
    verb = "is" if observation.step.do == "read" else "returned"
    token = tokens.read(plain(value)) if value else None
    if token:
        return _of_token(f"{_who(observation)} {verb} a token:", token, observation)
    sentence = f"{_who(observation)} {verb} {_literal(value) if value else 'nothing'}"
    inside = next(iter(_inside(value)), None)
    return _of_token(f"{sentence}, with this token:", inside, observation) if inside else Outcome(f"{sentence}.")


def _answered(observation: Observation, value: Value | None) -> Outcome:
    status, body = (item(value, part) for part in ("status", "json"))
    code = status.data if status and isinstance(status.data, int) else 0
    known = {each.value: each.phrase for each in http.HTTPStatus}
    sentence = f"{_who(observation)} was answered with {code}{f' {known[code]}' if code in known else ''}"
    if body and body.type != "NoneType":
        sentence += f": {_literal(body)}"
    error = observation.reply.error if observation.reply else None
    if error:
        return Outcome(f"{sentence}, because the app stopped with {_error(error)}")
    token = next(iter(_inside(body)), None)
    return _of_token(f"{sentence}, with this token:", token, observation) if token else Outcome(f"{sentence}.")


def _of_token(sentence: str, token: Token, observation: Observation) -> Outcome:
    """Open a token up at the moment of the step; where the secret was given, its signature is tried with it."""
    step = observation.step
    given = step.bindings.get("$secret")
    secret = given if given in step.args or given in step.environment.values() else None
    exact = any(isinstance(token.payload.get(name), float) for name in MOMENTS)
    found = inspect(token, secret=secret, now=step.at if exact else math.floor(step.at), here=False)
    return Outcome(sentence, (), found, tuple(_notes(found, token)))


def _notes(found: Inspection, token: Token) -> Iterator[str]:
    if not token.signature:
        yield "It is not signed."
    elif found.signed_well is not None:
        fits = "matches" if found.signed_well else "does not match"
        yield f"Its signature {fits} the secret that was given."
    if found.objections:
        yield f"PyJWT would refuse it: {'; '.join(found.objections)}."


def _who(observation: Observation) -> str:
    step = observation.step
    match step.do:
        case "call":
            return f"`{step.name}({', '.join(_argument(each, step.bindings) for each in step.args)})`"
        case "run":
            return "It"
        case _:
            return f"`{step.name}`"


def _argument(given: object, bindings: Bindings) -> str:
    """Name what was drawn, and a token by how it is signed; show anything else as Python writes it."""
    name = next((name for name, value in bindings.items() if value is given), "")
    token = tokens.read(given)
    if token:
        return f"<{clean(str(token.header.get('alg')), 10)} token>"
    return name[1:] if name.startswith("$") else _short(repr(given))


def _error(error: Error) -> str:
    message = clean(steady(error.message, {}))
    return f"{clean(error.type)}{': ' if message else ''}{message}{'' if message.endswith(('.', '!', '?')) else '.'}"


def _short(text: str) -> str:
    """Show the beginning of what is long and has no spaces in it, such as a token."""
    begun = re.sub(rf"[\w.-]{{{LONGEST_SHOWN},}}", lambda match: f"{match[0][:BEGINNING]}…", text)
    return clean(begun)


def _literal(value: Value) -> str:
    """Show a value as Python writes it, as far as it is known."""
    if value.pairs is not None:
        return "{" + ", ".join(f"{_literal(key)}: {_literal(part)}" for key, part in value.pairs) + "}"
    if value.items is not None:
        around = BRACKETS.get(value.type, "[]")
        return around[0] + ", ".join(map(_literal, value.items)) + around[1]
    if value.type == "bytes":
        return _short(f"b'{value.text}'")
    if value.data is None and value.type != "NoneType":
        return clean(value.text) or wording.shown(value, {})
    return _short(repr(value.data))


def _inside(value: Value | None) -> Iterable[Token]:
    """Find the tokens in a value."""
    if value is None:
        return
    if value.type == "str":
        token = tokens.read(value.data)
        if token:
            yield token
    for part in (*(value.items or ()), *(part for _, part in value.pairs or ())):
        yield from _inside(part)
