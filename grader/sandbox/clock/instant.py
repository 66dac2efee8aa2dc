"""The frozen instant, as freezegun keeps it."""

from __future__ import annotations

import datetime as dt

from freezegun import api

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc).replace(tzinfo=None)
"""In UTC without saying so, like whatever freezegun keeps."""
MICROSECOND = dt.timedelta(microseconds=1)


def move_to(at: float) -> None:
    """Set it, in seconds since the epoch; freezegun's own `move_to` would first have to find out what it is given."""
    api.freeze_factories[-1].time_to_freeze = EPOCH + round(at * 1e6) * MICROSECOND


def microseconds() -> int:
    """Give it, in microseconds since the epoch."""
    return (api.get_current_time() - EPOCH) // MICROSECOND


def seconds() -> float:
    """Give it, in seconds since the epoch."""
    return microseconds() / 10**6
