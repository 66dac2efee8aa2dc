"""Words that several reports share."""

from __future__ import annotations

import time

from grader.report import CheckResult, ExerciseReport, Sighting
from grader.text import clean, duration, whole

TIMES = ("exp", "iat", "nbf")
MOST = 12
"""So many claims of a token are shown."""
LATEST = 253_402_300_800
"""The year 10000, where calendars end."""


def advice(exercise: ExerciseReport, check: CheckResult) -> list[str]:
    """Give the lines that explain a check that did not pass."""
    found = exercise.explaining(check)
    return [line for d in found for line in (f"{d.label}: {d.happened}", d.remedy, f"Read more: {d.link}")]


def moment(seconds: float) -> str:
    """Write a moment, in seconds since the epoch, for people: `2031-03-04 10:30:00 UTC`."""
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(seconds))


def claims(token: Sighting) -> list[tuple[str, str]]:
    """Give a token's claims for the eye, those that are times with what they mean."""
    shown = [(clean(name, 40), _claim(name, value, token.at)) for name, value in list(token.payload.items())[:MOST]]
    more = len(token.payload) - MOST
    return [*shown, ("…", f"and {more} more")] if more > 0 else shown


def _claim(name: str, value: object, at: float) -> str:
    shown = clean(repr(value), 100)
    if name not in TIMES or isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < LATEST:
        return shown
    distance = value - at
    side = "after" if whole(distance) >= 0 else "before"
    return f"{shown} = {moment(value)}, {duration(abs(whole(distance)))} {side} the call"


def header(token: Sighting) -> list[tuple[str, str]]:
    """Give the members of a token's header for the eye."""
    return [(clean(str(name), 40), clean(str(value), 60)) for name, value in list(token.header.items())[:MOST]]


def zone(offset: int) -> str:
    """Name a zone by its distance from UTC in seconds east: `UTC+05:37`."""
    sign, size = "-" if offset < 0 else "+", abs(offset) // 60
    return f"UTC{sign}{size // 60:02}:{size % 60:02}" if offset else "UTC"
