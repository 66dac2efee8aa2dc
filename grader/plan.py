"""What to do with a program, at which instant and in which zone; no expectation inside.

A program is always taken through three rounds, one in each zone, each a fresh load of it.
"""

from __future__ import annotations

import dataclasses
import functools
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any, Literal

from grader import draw, values
from grader.steps import AnyStep, Call, Load, Read, Request, Timed
from grader.values import Bindings, UnknownReferenceError
from grader.vocabulary import seconds
from grader.zones import ZONES, Zone

EARLIEST = int(datetime(2026, 1, 1, tzinfo=timezone.utc).timestamp())
LATEST = int(datetime(2036, 1, 1, tzinfo=timezone.utc).timestamp())
UNTIL_CALLS = 30 * 3600.0
"""Seconds from loading to calling. Longer than any offset from UTC, so that `computed when the file was loaded` looks
like no mistake of zones; always the same, so that what is said of it is."""
TIME_LIMIT = 5.0
"""Seconds that a step may take."""
PROGRAM_LIMIT = 60.0
"""Seconds that all steps of a program may take together."""
FIRST = "run"
"""The id of the step that begins each round."""
TIMEDELTA = "$timedelta"
"""The key under which an argument's seconds are sent that is to be a `datetime.timedelta`."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do with the program. `at` is in seconds since the epoch, `limit` in seconds.

    `refers` is what it needs of other steps: their ids, each with the path into what that step gives. `run` loads the
    file, with an environment; `serves` says that what it makes will be sent requests. What is `given`, the arguments of
    a call or the parts of a request, is as in the exercise until the step is `ready`. `bindings` stay on this side:
    only the `instruction` is told to the process that runs the program.
    """

    id: str
    do: Literal["run", "call", "read", "request"]
    at: float
    zone: Zone
    bindings: Bindings = field(repr=False)
    name: str = ""
    args: tuple[Any, ...] = ()
    as_script: bool = False
    limit: float = TIME_LIMIT
    sends: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    serves: bool = False
    refers: frozenset[tuple[str, str]] = frozenset()

    def instruction(self) -> dict[str, Any]:
        """Tell what the process must know to do this step, and nothing else."""
        what: dict[str, Any]
        match self.do:
            case "run":
                what = {"script": self.as_script, "environment": dict(self.environment), "serves": self.serves}
            case "request":
                what = {"name": self.name, "sends": dict(self.sends)}
            case _:
                what = {"name": self.name, "args": [_on_the_wire(arg) for arg in self.args]}
        return {"do": self.do, "at": self.at, "zone": self.zone.tz, **what}

    def ready(self, observed: Bindings) -> Step:
        """Give the step with everything in its place; `observed` is what the steps before it gave, by reference.

        Raises UnknownReferenceError if one of them did not give what this step needs.
        """
        known = {**self.bindings, **observed}
        given = functools.partial(values.made, bindings=known, now=self.at)
        sends = {part: given(value) for part, value in self.sends.items()}
        bearer, is_due = sends.get("bearer"), self.sends.get("bearer") is not None
        if is_due and not (isinstance(bearer, str) and bearer.isascii() and bearer.isprintable()):
            raise UnknownReferenceError(str(self.sends["bearer"]))  # what no header can hold
        args, environment = tuple(map(given, self.args)), given(self.environment)
        return dataclasses.replace(self, bindings=known, args=args, sends=sends, environment=environment)


def plan(
    steps: Iterable[AnyStep],
    *,
    as_script: bool,
    chance: random.Random,
    environment: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Step, ...]:
    """Give all steps of the three rounds: in each the program is run, then read, called and asked, over some days."""
    all_steps = tuple(steps)
    first = functools.partial(
        Step,
        do="run",
        as_script=as_script,
        environment=environment,
        serves=any(isinstance(step, Request) for step in all_steps),
    )
    named = set(environment.values()).union(*(step.variables for step in all_steps))
    return tuple(step for zone in ZONES for step in _round(all_steps, zone, first, chance, named))


def rounds(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """Split steps into rounds: each begins with the first running of the file."""
    current: list[Step] = []
    for step in steps:
        if step.id == FIRST and current:
            yield current
            current = []
        current.append(step)
    if current:
        yield current


def _round(
    steps: tuple[AnyStep, ...], zone: Zone, first: Callable[..., Step], chance: random.Random, named: set[str]
) -> Iterable[Step]:
    bindings = draw.for_round(chance, named)
    at = round(chance.uniform(EARLIEST, LATEST), 6)
    at = at if zone.offset else float(int(at))  # once a whole second: the very moment at which something expires
    make = functools.partial(Step, zone=zone)
    yield first(FIRST, at=at, zone=zone, bindings=bindings)
    for step in steps:  # a value is read at the moment that made it
        if isinstance(step, Read):
            yield make(step.id, "read", at, bindings=bindings, name=step.read)
    at = round(at + UNTIL_CALLS, 6)
    for together in _in_time(step for step in steps if isinstance(step, Timed)):
        at += seconds(together[0].after or "0 s")
        for timed in _shuffled(together, chance):
            drawn = {**bindings, **draw.for_step(chance, timed.variables)}
            refers = timed.references
            if isinstance(timed, Call):
                yield make(timed.id, "call", at, bindings=drawn, name=timed.call, args=timed.args, refers=refers)
            elif isinstance(timed, Load):
                yield first(timed.id, at=at, zone=zone, bindings=bindings, environment=timed.load)
            elif isinstance(timed, Request):
                sends = {"form": timed.form, "json": timed.json_, "bearer": timed.bearer}
                sends |= {"scheme": timed.scheme, "headers": timed.headers}
                yield make(timed.id, "request", at, bindings=drawn, name=timed.request, sends=sends, refers=refers)


def _in_time(steps: Iterable[Timed]) -> list[list[Timed]]:
    """Part steps where time passes: a step with `after` begins a part, and a loading of the file is one of its own."""
    parts: list[list[Timed]] = []
    for step in steps:
        alone = isinstance(step, Load) or (bool(parts) and isinstance(parts[-1][0], Load))
        if not parts or step.after is not None or alone:
            parts.append([])
        parts[-1].append(step)
    return parts


def _shuffled(steps: list[Timed], chance: random.Random) -> Iterator[Timed]:
    """Yield steps in an order in which counting them tells nothing; what a step refers to comes before it."""
    left = {step.id: step for step in steps}
    while left:
        free = [step for step in left.values() if not any(name in left for name, _ in step.references)]
        yield left.pop(chance.choice(free).id)


def _on_the_wire(arg: object) -> object:
    return {TIMEDELTA: arg.total_seconds()} if isinstance(arg, timedelta) else arg
