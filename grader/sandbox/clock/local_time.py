"""Local time in the zone that was set: as the C library tells it, or worked out where that cannot be told a zone."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
import time
from typing import TYPE_CHECKING

from freezegun import api

from grader.sandbox.clock.disguise import Date, Datetime
from grader.sandbox.clock.instant import EPOCH

if TYPE_CHECKING:
    from time import _TimeTuple

    from typing_extensions import Self

_FIXED_OFFSET = re.compile(r"[^,]*?([+-]?)(\d+)(?::(\d+))?(?::(\d+))?")


class SystemLocalTime:
    """Local time as the C library tells it, which is told the zone by tzset()."""

    date: type[dt.date] = Date
    datetime: type[dt.datetime] = Datetime
    localtime = staticmethod(api.real_localtime)
    mktime = staticmethod(time.mktime)
    strftime = staticmethod(api.real_strftime)

    @staticmethod
    def enter(zone: str) -> None:
        time.tzset()
        stated, actual = _stated_offset(zone), api.real_localtime(0).tm_gmtoff
        if stated not in (None, actual):
            msg = f"time zone {zone!r} did not take effect: it states {stated:+} s from UTC, local time is {actual:+} s"
            raise ValueError(msg)


class _FixedDate(Date, disguised=True):
    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> Self:
        return cls.fromordinal(dt.datetime.fromtimestamp(timestamp, _fixed_zone()).toordinal())


class _FixedDatetime(Datetime, disguised=True):
    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: dt.tzinfo | None = None) -> Self:
        if tz is None:
            return super().fromtimestamp(timestamp, _fixed_zone()).replace(tzinfo=None)
        return super().fromtimestamp(timestamp, tz)

    def timestamp(self) -> float:
        moment = self.astimezone() if self.tzinfo is None else self
        return super(_FixedDatetime, moment).timestamp()

    def astimezone(self, tz: dt.tzinfo | None = None) -> Self:
        moment = self.replace(tzinfo=_fixed_zone()) if self.tzinfo is None else self
        return super(_FixedDatetime, moment).astimezone(_fixed_zone() if tz is None else tz)


class FixedLocalTime:
    """Local time worked out from the fixed offset of a POSIX zone, where there is no tzset()."""

    date: type[dt.date] = _FixedDate
    datetime: type[dt.datetime] = _FixedDatetime

    @staticmethod
    def localtime(seconds: float) -> time.struct_time:
        moment = dt.datetime.fromtimestamp(seconds, _fixed_zone())
        return time.struct_time((*moment.timetuple()[:8], 0, time.tzname[0], -time.timezone))

    @staticmethod
    def mktime(moment: _TimeTuple | time.struct_time, /) -> float:
        return float(calendar.timegm(moment) + time.timezone)

    @staticmethod
    def strftime(template: str, moment: _TimeTuple | time.struct_time) -> str:
        # The C library would fill in the zone of the machine.
        zone = _fixed_zone()
        if isinstance(moment, time.struct_time) and moment.tm_gmtoff is not None:
            zone = dt.timezone(dt.timedelta(seconds=moment.tm_gmtoff), moment.tm_zone)
        names = {"%z": EPOCH.replace(tzinfo=zone).isoformat()[19:].replace(":", ""), "%Z": zone.tzname(None)}
        return api.real_strftime(re.sub("%.", lambda code: names.get(code[0], code[0]), template), moment)

    @staticmethod
    def enter(zone: str) -> None:
        offset = _stated_offset(zone)
        if offset is None:
            raise ValueError(f"time zone {zone!r} has no fixed offset, and this system has no time.tzset for any other")
        name = zone.rstrip("+-:0123456789").strip("<>")
        vars(time).update(timezone=-offset, altzone=-offset, daylight=0, tzname=(name, name))


def _fixed_zone() -> dt.timezone:
    return dt.timezone(dt.timedelta(seconds=-time.timezone), time.tzname[0])


@functools.cache
def _stated_offset(zone: str) -> int | None:
    """Say how many seconds east of Greenwich a fixed-offset zone is, or None if it is of another kind."""
    if zone == "UTC":
        return 0
    offset = _FIXED_OFFSET.fullmatch(zone)
    if offset is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in offset.groups()[1:])
    west = hours * 3600 + minutes * 60 + seconds
    return west if offset[1] == "-" else -west


LOCAL_TIME = SystemLocalTime if hasattr(time, "tzset") else FixedLocalTime

for _type in (LOCAL_TIME.date, LOCAL_TIME.datetime):
    _type.min, _type.max = (_type.fromisoformat(limit.isoformat()) for limit in (_type.min, _type.max))
