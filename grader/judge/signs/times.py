"""Misconceptions that show in when a token expires, over the rounds in different zones.

Where local time is UTC a mistake of zones has no size: what is seen there is the length of life that was meant. In
the other zones the same mistake adds or takes away exactly the distance from UTC.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grader.judge.case import Case
from grader.judge.checks import finite
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
    """An `exp` that is a number: `due` is the length of life asked for; all in seconds, `offset` east of UTC."""

    exp: float
    called: float
    loaded: float
    offset: int
    due: float


@dataclass(frozen=True)
class _Reading:
    """How a program came to its expiry: a length of life, from when, and which way it took a zone wrongly."""

    life: float
    due: float
    from_loading: bool
    shift: int
    """1 if the distance from UTC is added, -1 if it is taken away, 0 if it plays no part."""
    offset: int
    """The distance from UTC that `shift` speaks of."""
    claim: str

    @property
    def as_days(self) -> bool:
        return self.due > 0 and _near(self.life, self.due / 60 * DAY)

    @property
    def as_seconds(self) -> bool:
        return self.due > 0 and _near(self.life, self.due / 60)

    @property
    def figures(self) -> Figures:
        """Give the length of life in words, and the one that was due in minutes."""
        return {"life": duration(whole(self.life)), "minutes": f"{self.due / 60:g}"}


def relative_exp(case: Case) -> Figures | None:
    """The expiry is a length of time, not a moment."""
    for expiry in _all_expiries(case):
        if 0 < expiry.exp < SMALLEST_TIMESTAMP:
            return {"exp": f"{expiry.exp:.10g}"}
    return None


def milliseconds(case: Case) -> Figures | None:
    """The expiry counts milliseconds, so that it lies tens of thousands of years ahead."""
    found = any(SMALLEST_MILLISECONDS < expiry.exp < SMALLEST_MICROSECONDS for expiry in _all_expiries(case))
    return {} if found else None


def days_for_minutes(case: Case) -> Figures | None:
    """The number of minutes was taken for days, as by `timedelta(30)`."""
    return next((reading.figures for reading in _readings(case) if reading.as_days), None)


def seconds_for_minutes(case: Case) -> Figures | None:
    """The number of minutes was taken for seconds."""
    return next((reading.figures for reading in _readings(case) if reading.as_seconds), None)


def import_time_exp(case: Case) -> Figures | None:
    """The expiry was worked out when the file was loaded, once for all calls."""
    return {} if any(reading.from_loading for reading in _readings(case)) else None


def local_time(case: Case) -> Figures | None:
    """Local time was taken for UTC: where clocks are ahead of UTC, the token lives longer by as much."""
    return _shifted(case, 1, "longer", "late")


def double_shift(case: Case) -> Figures | None:
    """UTC was taken for local time, and moved to UTC once more."""
    return _shifted(case, -1, "shorter", "early")


def _shifted(case: Case, shift: int, life: str, moment: str) -> Figures | None:
    shifted = {reading.claim: reading for reading in _readings(case) if reading.shift == shift}
    reading = shifted.get("exp") or next(iter(shifted.values()), None)
    if reading is None:
        return None
    distance = duration(reading.offset)
    if reading.claim != "exp":
        return {"distance": distance, "effect": f"`{reading.claim}` lies {distance} too {moment}", "add": ""}
    add = f" + timedelta(minutes={reading.due / 60:g})" if reading.due < DAY else " + timedelta(...)"
    return {"distance": distance, "effect": f"your token lives {distance} {life} than it should", "add": add}


def _readings(case: Case) -> Iterator[_Reading]:
    """Find for each claim that should be a moment the reading that explains it in every round, if there is one."""
    for claim, expiries in _expiries(case):
        if (reading := _read(claim, expiries)) is not None:
            yield reading


def _read(claim: str, expiries: list[_Expiry]) -> _Reading | None:
    home = next((expiry for expiry in expiries if expiry.offset == 0), None)
    if home is None or len({expiry.offset for expiry in expiries}) < 2:  # noqa: PLR2004 - zones to compare
        return None
    lives = (home.due, home.due / 60, home.due / 60 * DAY)
    from_loading = not _near(home.exp - home.called, *lives) and _near(home.exp - home.loaded, *lives)
    life = home.exp - (home.loaded if from_loading else home.called)
    for shift in (0, 1, -1):
        expected = [(e.loaded if from_loading else e.called) + life + shift * e.offset for e in expiries]
        if all(_near(expiry.exp, moment) for expiry, moment in zip(expiries, expected, strict=True)):
            east = max(expiry.offset for expiry in expiries)
            return _Reading(life, home.due, from_loading, shift, east, claim)
    return None


def _all_expiries(case: Case) -> Iterator[_Expiry]:
    return (expiry for _, expiries in _expiries(case) for expiry in expiries)


def _expiries(case: Case) -> Iterator[tuple[str, list[_Expiry]]]:
    """Yield each claim that should be a moment, in every round, those included where it happens to be right."""
    for check in case.open(Claim):
        if moment(check.equals, 0.0) is not None:
            yield check.claim, list(_expiries_of(case, check))


def _expiries_of(case: Case, check: Claim) -> Iterator[_Expiry]:
    for about in case.subjects(check):
        step, value = about.observation.step, about.token.payload.get(check.claim) if about.token else None
        exp = finite(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if exp is not None:
            loaded = next(each["run"].step.at for each in case.rounds if about.observation in each.values())
            yield _Expiry(exp, step.at, loaded, step.zone.offset, moment(check.equals, 0.0) or 0.0)


def _near(observed: float, *expected: float) -> bool:
    return any(abs(observed - each) <= TOLERANCE for each in expected)
