"""What to do with a program, at which instant and in which zone; no expectation inside.

A program is always taken through three rounds, each a fresh load of it: where local time is UTC, east of it and
west of it. A verdict that holds in all three holds on every machine. The zones are POSIX strings of an odd fixed
offset, so that no table of zones is needed, no daylight saving interferes, and no other mistake has the same size.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Literal

import jwt

from grader.vocabulary import MOMENT, SECONDS, AnyStep, Call, Forgery

Bindings = Mapping[str, Any]
"""What each `$name` stands for in a round."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A place to stand: `offset` is in seconds east of UTC, `tz` what the variable TZ would say."""

    name: str
    tz: str
    offset: int


ZONES = (
    Zone("UTC", "UTC0", 0),
    Zone("UTC+05:37", "<+0537>-05:37", 20220),
    Zone("UTC-07:37", "<-0737>+07:37", -27420),
)
EARLIEST = int(datetime(2026, 1, 1, tzinfo=timezone.utc).timestamp())
LATEST = int(datetime(2036, 1, 1, tzinfo=timezone.utc).timestamp())
UNTIL_CALLS = 30 * 3600.0
"""Seconds from loading to calling. Longer than any offset from UTC, so that `computed when the file was loaded` looks
like no mistake of zones; always the same, so that what is said of it is."""
TIME_LIMIT = 5.0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do with the program. `at` is in seconds since the epoch, `limit` in seconds.

    `bindings` stay on this side: only `request` is told to the process that runs the program.
    """

    id: str
    do: Literal["run", "call", "read"]
    at: float
    zone: Zone
    bindings: Bindings = field(repr=False)
    name: str = ""
    args: tuple[Any, ...] = ()
    as_script: bool = False
    limit: float = TIME_LIMIT

    def request(self) -> dict[str, Any]:
        """Tell what the process must know to do this step, and nothing else."""
        what = {"script": self.as_script} if self.do == "run" else {"name": self.name, "args": list(self.args)}
        return {"do": self.do, "at": self.at, "zone": self.zone.tz, **what}


def plan(steps: Iterable[AnyStep], *, as_script: bool, chance: random.Random) -> tuple[Step, ...]:
    """Give all steps of the three rounds: in each the program is run, then called and read, over some days."""
    return tuple(step for zone in ZONES for step in _round(tuple(steps), zone, as_script=as_script, chance=chance))


def rounds(steps: Iterable[Step]) -> Iterator[list[Step]]:
    """Split steps into rounds: each begins with the running of the file."""
    current: list[Step] = []
    for step in steps:
        if step.do == "run" and current:
            yield current
            current = []
        current.append(step)
    if current:
        yield current


def resolve(value: Any, bindings: Bindings) -> Any:  # noqa: ANN401 - any YAML value
    """Put what the `$names` stand for in their places, at any depth."""
    if isinstance(value, str):
        return bindings.get(value, value)
    if isinstance(value, Mapping):
        return {key: resolve(part, bindings) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [resolve(part, bindings) for part in value]
    return value


def moment(value: object, now: float) -> float | None:
    """Give the seconds since the epoch that `now + 30 min` means at this instant; None for what is no moment."""
    match = MOMENT.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    distance = int(match["count"] or 0) * SECONDS[match["unit"] or "s"]
    return now - distance if match["sign"] == "-" else now + distance


def _round(steps: tuple[AnyStep, ...], zone: Zone, *, as_script: bool, chance: random.Random) -> Iterable[Step]:
    bindings = _draw(chance)
    at = round(chance.uniform(EARLIEST, LATEST), 6)
    yield Step("run", "run", at, zone, bindings, as_script=as_script)
    for step in steps:  # a value is read at the moment that made it
        if not isinstance(step, Call):
            yield Step(step.id, "read", at, zone, bindings, step.read)
    calls = [step for step in steps if isinstance(step, Call)]
    chance.shuffle(calls)  # so that to count calls tells nothing of what is asked
    for call in calls:
        args = tuple(_argument(arg, bindings) for arg in call.args)
        yield Step(call.id, "call", round(at + UNTIL_CALLS, 6), zone, bindings, call.call, args)


def _draw(chance: random.Random) -> Bindings:
    def letters(count: int) -> str:
        return "".join(chance.choices(string.ascii_lowercase, k=count))

    return {
        "$secret": f"{chance.getrandbits(256):064x}",
        "$user_id": chance.randint(100_000, 999_999_999),
        "$stranger": letters(5),  # as long as alice
        "$wrong_password": letters(10),  # and as wonderland, so that nothing is to be learnt from the length
    }


def _argument(arg: object, bindings: Bindings) -> object:
    if not isinstance(arg, Forgery):
        return resolve(arg, bindings)
    token = arg.token
    return jwt.encode(resolve(token.claims, bindings), resolve(token.secret, bindings), algorithm=token.algorithm)
