"""When a token expires, read over the rounds in different zones.

Where local time is UTC a mistake of zones has no size: what is seen there is the length of life that was meant. In
the other zones the same mistake adds or takes away exactly the distance from UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from grader.judge.case import Case
from grader.judge.checks.moments import finite
from grader.values import moment
from grader.verbs import Claim

TOLERANCE = 2.0
"""Seconds: two moments, each cut to whole seconds."""
DAY = 86_400.0


@dataclass(frozen=True)
class Expiry:
    """An `exp` that is a number: `due` is the length of life asked for; all in seconds, `offset` east of UTC.

    `given` tells whether the call brought a length of time of its own.
    """

    exp: float
    called: float
    loaded: float
    offset: int
    due: float
    given: bool


@dataclass(frozen=True)
class Reading:
    """How a program came to its expiry: a length of life, from when, and which way it took a zone wrongly."""

    life: float
    due: float
    given: bool
    from_loading: bool
    shift: int
    """1 if the distance from UTC is added, -1 if it is taken away, 0 if it plays no part."""
    offset: int
    """The distance from UTC that `shift` speaks of."""
    claim: str

    @property
    def right(self) -> bool:
        """Tell whether the length of life is what was asked for."""
        return near(self.life, self.due)

    @property
    def as_days(self) -> bool:
        """Tell whether minutes were taken for days."""
        return self.due > 0 and not self.right and near(self.life, self.due / 60 * DAY)

    @property
    def as_seconds(self) -> bool:
        """Tell whether minutes were taken for seconds."""
        return self.due > 0 and not self.right and near(self.life, self.due / 60)


def readings(case: Case) -> list[Reading]:
    """Give, for each check of an expiry that does not hold, the reading that explains it in every round."""
    return [found for check in case.open(Claim) if (found := read(case, check))]


def read(case: Case, check: Claim) -> Reading | None:
    """Find the reading that explains in every round when the tokens of a check expire, if there is one."""
    expiries = list(expiries_of(case, check))
    home = next((expiry for expiry in expiries if expiry.offset == 0), None)
    if home is None or len({expiry.offset for expiry in expiries}) < 2:  # noqa: PLR2004 - zones to compare
        return None
    lives = (home.due, home.due / 60, home.due / 60 * DAY)
    from_loading = not near(home.exp - home.called, *lives) and near(home.exp - home.loaded, *lives)
    life = home.exp - (home.loaded if from_loading else home.called)
    for shift in (0, 1, -1):
        expected = [(e.loaded if from_loading else e.called) + life + shift * e.offset for e in expiries]
        if all(near(expiry.exp, moment) for expiry, moment in zip(expiries, expected, strict=True)):
            east = max(expiry.offset for expiry in expiries)
            return Reading(life, home.due, home.given, from_loading, shift, east, check.claim)
    return None


def expiries_of(case: Case, check: Claim) -> Iterator[Expiry]:
    """Yield the moments of a check in every round, where they are numbers."""
    due = moment(check.equals, 0.0)
    for about in case.subjects(check):
        step, value = about.observation.step, about.token.payload.get(check.claim) if about.token else None
        exp = finite(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if due is not None and exp is not None:
            loaded = next(each["run"].step.at for each in case.rounds if about.observation in each.values())
            given = any(isinstance(arg, timedelta) for arg in step.args)
            yield Expiry(exp, step.at, loaded, step.zone.offset, due, given)


def written(reading: Reading) -> str:
    """Write the length of life that was asked for as Python does; what a call brought has a name of its own there."""
    units = (("days", DAY), ("hours", 3600.0), ("minutes", 60.0), ("seconds", 1.0))
    unit, size = next((unit, size) for unit, size in units if reading.due % size == 0 or size == 1)
    return "..." if reading.given else f"timedelta({unit}={reading.due / size:g})"


def near(observed: float, *expected: float) -> bool:
    """Tell whether two moments are one, but for what was cut off."""
    return any(abs(observed - each) <= TOLERANCE for each in expected)
