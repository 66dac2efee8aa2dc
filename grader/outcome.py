"""What a program did, in plain words: what it printed, gave, answered or stopped with, its tokens opened up.

For a person who tries things out: values are shown as they are, however they were drawn.
"""

from __future__ import annotations

import http
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader import tokens
from grader.evidence import Error, Evidence, Observation, Value, item, plain
from grader.inspection import MOMENTS, Inspection, inspect
from grader.judge import wording
from grader.plan import FIRST, Step
from grader.shown import argument, literal, short, tokens_in
from grader.text import clean, steady
from grader.tokens import Token
from grader.zones import ZONES, Zone

AWAY = ZONES[1]
"""Where programs are watched: not where local time is UTC, where mistakes of zones do not show."""
LINES = 8
UNREADABLE = ("SyntaxError", "IndentationError", "TabError")


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
    secret = _given_secret(watched)
    told = [outcome for observation in watched for outcome in _told(observation, evidence, secret)]
    return tuple(told) or (Outcome("It ran to its end and printed nothing."),)


def _given_secret(observations: Iterable[Observation]) -> str | None:
    """Give the secret that was drawn, if the program was given it."""
    for step in (observation.step for observation in observations):
        drawn = step.bindings.get("$secret")
        if drawn in step.args or drawn in step.environment.values():
            return str(drawn)
    return None


def _told(observation: Observation, evidence: Evidence, secret: str | None) -> Iterator[Outcome]:
    if observation.output.strip():
        yield _printed(observation, secret)
    error = observation.reply.error if observation.reply else None
    if observation.end == "returned" and observation.step.do != "run" and observation.reply:
        yield _given(observation, observation.reply.value, secret)
    elif observation.end == "returned" and _is_loaded_anew(observation.step) and not observation.output.strip():
        yield Outcome(f"{_who(observation)} ran to its end.")
    elif observation.end == "raised" and error and error.type in UNREADABLE and observation.step.do == "run":
        yield Outcome(f"Python could not read it, so nothing was run. {_error(error)}")
    elif observation.end == "raised" and error:
        yield Outcome(f"{_who(observation)} stopped with {_error(error)}")
    elif observation.end not in ("returned", "not_reached", "not_given"):
        yield Outcome(wording.ended(observation, evidence))


def _printed(observation: Observation, secret: str | None) -> Outcome:
    who = _who(observation)
    text = observation.output.strip()
    token = tokens.read(text)
    if token:
        return _of_token(f"{who} printed a token:", token, observation.step.at, secret)
    shown = [short(line) for line in text.splitlines()]
    return Outcome(f"{who} printed:", (*shown[:LINES], *(["…"] if len(shown) > LINES else [])))


def _given(observation: Observation, value: Value | None, secret: str | None) -> Outcome:
    if observation.step.do == "request":
        return _answered(observation, value, secret)
    verb = "holds" if observation.step.do == "read" else "returned"
    token = tokens.read(plain(value)) if value else None
    if token:
        return _of_token(f"{_who(observation)} {verb} a token:", token, observation.step.at, secret)
    sentence = f"{_who(observation)} {verb} {literal(value) if value else 'nothing'}"
    inside = next(iter(tokens_in(value)), None)
    return (
        _of_token(f"{sentence}, with this token:", inside, observation.step.at, secret)
        if inside
        else Outcome(f"{sentence}.")
    )


def _answered(observation: Observation, value: Value | None, secret: str | None) -> Outcome:
    status, body = (item(value, part) for part in ("status", "json"))
    code = status.data if status and isinstance(status.data, int) else 0
    known = {each.value: each.phrase for each in http.HTTPStatus}
    sentence = f"{_who(observation)} was answered with {code}{f' {known[code]}' if code in known else ''}"
    challenge = item(item(value, "headers"), "www-authenticate")
    if challenge:  # which says how to log in, and should be seen where it is, and missed where it is not
        sentence += f" (WWW-Authenticate: {clean(str(challenge.data))})"
    if body and body.type != "NoneType":
        sentence += f": {literal(body)}"
    error = observation.reply.error if observation.reply else None
    if error:
        return Outcome(f"{sentence}, because the app stopped with {_error(error)}")
    token = next(iter(tokens_in(body)), None)
    return (
        _of_token(f"{sentence}, with this token:", token, observation.step.at, secret)
        if token
        else Outcome(f"{sentence}.")
    )


def _with_token(sentence: str, value: Value | None, at: float, secret: str | None) -> Outcome:
    """End a sentence about a value, and open up the first token in it."""
    token = next(tokens_in(value), None)
    return _of_token(f"{sentence}, with this token:", token, at, secret) if token else Outcome(f"{sentence}.")


def _of_token(sentence: str, token: Token, at: float, secret: str | None) -> Outcome:
    """Open a token up at a moment; where a secret was given, its signature is tried with it."""
    exact = any(isinstance(token.payload.get(name), float) for name in MOMENTS)
    found = inspect(token, secret=secret, now=at if exact else math.floor(at), here=False)
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
            return f"`{step.name}({', '.join(argument(each, step) for each in step.args)})`"
        case "run" if _is_loaded_anew(step):
            variables = [f"`{name}` set to {argument(value, step)}" for name, value in step.environment.items()]
            return f"Loaded anew with {' and '.join(variables) or 'no variable set'}, it"
        case "run":
            return "It"
        case "request":
            sent = _sent(step)
            return f"`{step.name}{f' ({sent})' if sent else ''}`"
        case _:
            return f"`{step.name}`"


def _is_loaded_anew(step: Step) -> bool:
    return step.do == "run" and step.id != FIRST


def _sent(step: Step) -> str:
    """Name what was sent with a request."""
    body = step.sends.get("form") or step.sends.get("json") or {}
    parts = [f"{clean(name)}={argument(value, step)}" for name, value in body.items()]
    bearer = step.sends.get("bearer")
    return ", ".join([*parts, *([f"bearer {argument(bearer, step)}"] if bearer else [])])


def _error(error: Error) -> str:
    message = clean(steady(error.message, {}))
    return f"{clean(error.type)}{': ' if message else ''}{message}{'' if message.endswith(('.', '!', '?')) else '.'}"
