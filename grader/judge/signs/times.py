"""Misconceptions that show in when a token expires, over the rounds in different zones.

Where local time is UTC a mistake of zones has no size: what is seen there is the length of life that was meant. In
the other zones the same mistake adds or takes away exactly the distance from UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from grader.judge.case import Case
from grader.judge.checks.moments import finite
from grader.judge.signs import Figures
from grader.text import duration, whole
from grader.values import moment
from grader.verbs import Claim

TOLERANCE = 2.0
"""Seconds: two moments, each cut to whole seconds."""
SMALLEST_TIMESTAMP = 1e8
SMALLEST_MILLISECONDS = 1e12
"""As seconds that is the year 33658, as milliseconds the year 2001."""
SMALLEST_MICROSECONDS = 1e15
DAY = 86_400.0


@dataclass(frozen=True)
class _Expiry:
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


def relative_exp(case: Case) -> Figures | None:
    """The expiry is a length of time, not a moment."""
    for expiry in _expiries(case):
        if 0 < expiry.exp < SMALLEST_TIMESTAMP:
            return {"exp": f"{expiry.exp:.10g}"}
    return None


def milliseconds(case: Case) -> Figures | None:
    """The expiry counts milliseconds, so that it lies tens of thousands of years ahead."""
    return {} if any(SMALLEST_MILLISECONDS < expiry.exp < SMALLEST_MICROSECONDS for expiry in _expiries(case)) else None


def days_for_minutes(case: Case) -> Figures | None:
    """The number of minutes was taken for days, as by `timedelta(30)`."""
    return _life(reading for reading in readings(case) if reading.as_days)


def seconds_for_minutes(case: Case) -> Figures | None:
    """The number of minutes was taken for seconds."""
    return _life(reading for reading in readings(case) if reading.as_seconds)


def import_time_exp(case: Case) -> Figures | None:
    """The expiry was worked out when the file was loaded, or by the first call, once for all calls."""
    if any(reading.from_loading for reading in readings(case)):
        return {"when": "when the file was loaded"}
    first: dict[tuple[float, float], float] = {}
    claims = [check for check in case.checks if isinstance(check, Claim)] if any(case.open(Claim)) else []
    for expiry in (expiry for check in claims for expiry in _expiries_of(case, check)):
        again = abs(first.setdefault((expiry.loaded, expiry.exp), expiry.called) - expiry.called) > TOLERANCE
        if again and expiry.exp > SMALLEST_TIMESTAMP:
            return {"when": "at the first of several calls"}
    return None


def local_time(case: Case) -> Figures | None:
    """Local time was taken for UTC: where clocks are ahead of UTC, the token lives longer by as much."""
    return _shifted(case, 1, "longer", "late")


def double_shift(case: Case) -> Figures | None:
    """UTC was taken for local time, and moved to UTC once more."""
    return _shifted(case, -1, "shorter", "early")


def _shifted(case: Case, shift: int, life: str, moment: str) -> Figures | None:
    shifted = {reading.claim: reading for reading in reversed(readings(case)) if reading.shift == shift}
    reading = shifted.get("exp") or next(iter(shifted.values()), None)
    if reading is None:
        return None
    distance = duration(reading.offset)
    if reading.claim != "exp":
        return {"distance": distance, "effect": f"`{reading.claim}` lies {distance} too {moment}", "add": ""}
    effect = f"your token lives {distance} {life} than it should"
    return {"distance": distance, "effect": effect, "add": f" + {written(reading)}"}


def written(reading: Reading) -> str:
    """Write the length of life that was asked for as Python does; what a call brought has a name of its own there."""
    units = (("days", DAY), ("hours", 3600.0), ("minutes", 60.0), ("seconds", 1.0))
    unit, size = next((unit, size) for unit, size in units if reading.due % size == 0 or size == 1)
    return "..." if reading.given else f"timedelta({unit}={reading.due / size:g})"


def _life(found: Iterator[Reading]) -> Figures | None:
    reading = next(found, None)
    return {"life": duration(whole(reading.life)), "minutes": f"{reading.due / 60:g}"} if reading else None


def readings(case: Case) -> list[Reading]:
    """Give, for each check of an expiry that does not hold, the reading that explains it in every round."""
    return [found for check in case.open(Claim) if (found := read(case, check))]


def read(case: Case, check: Claim) -> Reading | None:
    """Find the reading that explains in every round when the tokens of a check expire, if there is one."""
    expiries = list(_expiries_of(case, check))
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


def _expiries(case: Case) -> Iterator[_Expiry]:
    """Yield the expiry in every round, those included where it happens to be right."""
    for check in case.open(Claim):
        yield from _expiries_of(case, check)


def _expiries_of(case: Case, check: Claim) -> Iterator[_Expiry]:
    due = moment(check.equals, 0.0)
    for about in case.subjects(check):
        step, value = about.observation.step, about.token.payload.get(check.claim) if about.token else None
        exp = finite(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if due is not None and exp is not None:
            loaded = next(each["run"].step.at for each in case.rounds if about.observation in each.values())
            given = any(isinstance(arg, timedelta) for arg in step.args)
            yield _Expiry(exp, step.at, loaded, step.zone.offset, due, given)


def near(observed: float, *expected: float) -> bool:
    """Tell whether two moments are one, but for what was cut off."""
    return any(abs(observed - each) <= TOLERANCE for each in expected)
