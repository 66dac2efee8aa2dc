"""Where each program is taken: to where local time is UTC, to the east of it, and to the west.

A verdict that holds in all three holds on every machine. The zones are POSIX strings of an odd fixed offset, so that no
table of zones is needed, no daylight saving interferes, and no other mistake has the same size.
"""

from __future__ import annotations

from dataclasses import dataclass


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
