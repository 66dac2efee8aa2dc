"""Misconceptions that show in when a token expires."""

from __future__ import annotations

from collections.abc import Iterator

from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.readings import TOLERANCE, Expiry, Reading, expiries_of, readings, written
from grader.text import duration, whole
from grader.verbs import Claim

SMALLEST_TIMESTAMP = 1e8
SMALLEST_MILLISECONDS = 1e12
"""As seconds that is the year 33658, as milliseconds the year 2001."""
SMALLEST_MICROSECONDS = 1e15


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
    skipped = {result.id for result in case.results if result.status == "skipped"}  # as of a token that is no new one
    claims = [check for check in case.checks if isinstance(check, Claim) and check.id not in skipped]
    for expiry in (expiry for check in claims if any(case.open(Claim)) for expiry in expiries_of(case, check)):
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


def _life(found: Iterator[Reading]) -> Figures | None:
    reading = next(found, None)
    return {"life": duration(whole(reading.life)), "minutes": f"{reading.due / 60:g}"} if reading else None


def _expiries(case: Case) -> Iterator[Expiry]:
    """Yield the expiry in every round, those included where it happens to be right."""
    for check in case.open(Claim):
        yield from expiries_of(case, check)
