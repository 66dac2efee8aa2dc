"""The frozen instant, as freezegun keeps it."""

from __future__ import annotations

import datetime as dt

from freezegun import api

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
MICROSECOND = dt.timedelta(microseconds=1)


def move_to(at: float) -> None:
    """Set it, in seconds since the epoch."""
    api.freeze_factories[-1].move_to(EPOCH + round(at * 1e6) * MICROSECOND)


def microseconds() -> int:
    """Give it, in microseconds since the epoch."""
    return (api.get_current_time().replace(tzinfo=dt.timezone.utc) - EPOCH) // MICROSECOND


def seconds() -> float:
    """Give it, in seconds since the epoch."""
    return microseconds() / 10**6
