"""A frozen clock for student code: every way of asking for the time agrees, local time included.

freezegun finds the names that hold a clock and replaces them. What it puts there is this module's: stock freezegun
says that local time is UTC, which hides the very mistake that naive local times make. Here each answer is worked out
from the frozen instant by the real functions, in the zone that `move` has set, as on a machine that stands there.

Units: an instant is float seconds since the epoch (UTC), and is kept in whole microseconds, the finest step that
`datetime` has; a zone is a TZ string, POSIX ("<+0537>-05:37", which is east of Greenwich) or a name
("America/Los_Angeles").

Real on purpose: `time.monotonic`, `perf_counter`, `process_time`, `thread_time` and `sleep`, so that timeouts end and
event loops run. Real because nothing reaches them: default arguments and class attributes bound before `freeze`;
`ctime`, `asctime` and `clock_gettime` where a module had imported them by name before it; what reads the system's clock
on its own, such as files' times, C libraries, and programs started from here.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import os
import re
import time
from abc import ABCMeta
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import freezegun
from freezegun import api

if TYPE_CHECKING:
    from time import _TimeTuple

    from typing_extensions import Self

_T = TypeVar("_T")
_Moment = TypeVar("_Moment", bound=dt.datetime)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
_MICROSECOND = dt.timedelta(microseconds=1)
_FIXED_OFFSET = re.compile(r"[^,]*?([+-]?)(\d+)(?::(\d+))?(?::(\d+))?")


def freeze() -> None:
    """Stop the clock of this process for good, at the present instant and in the present zone.

    Call it once, after the heavy libraries are loaded (it goes through their names) and before any student code is.
    Forked children inherit the frozen clock.
    """
    # The default list has prefixes such as "gi" and "queue", for which other names fall as well. Looking into these
    # would import whatever they can: each process that is forked would have to carry it.
    freezegun.configure(default_ignore_list=["six.moves", "concurrent.futures"])
    vars(api).update({f"fake_{name}": function for name, function in _TIME_FUNCTIONS.items()})
    vars(api).update(FakeDate=_LOCAL_TIME.date, FakeDatetime=_LOCAL_TIME.datetime)
    vars(api).update(pickle_fake_date=_reduce_real, pickle_fake_datetime=_reduce_real)
    freezegun.freeze_time().start()
    vars(time).update(_TIME_FUNCTIONS)  # freezegun itself replaces fewer


def move(at: float, zone: str) -> None:
    """Set the frozen clock; may be called any number of times, once `freeze` has been.

    Args:
        at: The instant, in seconds since the epoch (UTC). It is rounded to whole microseconds.
        zone: The zone of local time, as a TZ string.

    Raises:
        ValueError: The zone states a fixed offset that did not take effect, as happens to a misspelt one; or this
            system has no `time.tzset`, and the zone states no fixed offset.
    """
    api.freeze_factories[-1].move_to(_EPOCH + round(at * 1e6) * _MICROSECOND)
    os.environ["TZ"] = zone
    _LOCAL_TIME.enter(zone)


def _microseconds() -> int:
    return (api.get_current_time().replace(tzinfo=dt.timezone.utc) - _EPOCH) // _MICROSECOND


# ---- the time module


@functools.wraps(api.real_time)
def _time() -> float:
    return _microseconds() / 10**6


@functools.wraps(api.real_time_ns)
def _time_ns() -> int:
    return _microseconds() * 1000


@functools.wraps(api.real_gmtime)
def _gmtime(seconds: float | None = None, /) -> time.struct_time:
    return api.real_gmtime(_time() if seconds is None else seconds)


@functools.wraps(api.real_localtime)
def _localtime(seconds: float | None = None, /) -> time.struct_time:
    return _LOCAL_TIME.localtime(_time() if seconds is None else seconds)


@functools.wraps(api.real_strftime)
def _strftime(template: str, moment: _TimeTuple | time.struct_time | None = None, /) -> str:
    return _LOCAL_TIME.strftime(template, _localtime() if moment is None else moment)


_real_asctime = time.asctime


@functools.wraps(time.asctime)
def _asctime(moment: _TimeTuple | time.struct_time | None = None, /) -> str:
    return _real_asctime(_localtime() if moment is None else moment)


@functools.wraps(time.ctime)
def _ctime(seconds: float | None = None, /) -> str:
    return _real_asctime(_localtime(seconds))


def _frozen_if_realtime(real: Callable[[int], _T], frozen: Callable[[], _T]) -> Callable[[int], _T]:
    @functools.wraps(real)
    def clock(which: int, /) -> _T:
        return frozen() if which == time.CLOCK_REALTIME else real(which)

    return clock


# ---- the datetime module


class _Disguise(ABCMeta):
    """The type of classes that pass for their base, a class of the datetime module, and of the classes made of those.

    It is an ABCMeta, so that a student's class may still have an abstract base class beside `datetime`.
    """

    def __new__(
        cls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, disguised: bool = False, **options: object
    ) -> _Disguise:
        if disguised:
            real = bases[0]
            body |= {"__module__": real.__module__, "__qualname__": real.__qualname__, "__doc__": real.__doc__}
            body["__slots__"] = ()
            for key, member in body.items():
                if callable(function := getattr(member, "__func__", member)):
                    function.__qualname__ = f"{real.__qualname__}.{key}"  # which messages about its arguments show
            # Other messages and repr() show the name that a class is made with, which for C's own is the full one.
            name = f"{real.__module__}.{real.__qualname__}"
        return super().__new__(cls, name, bases, body, **options)

    @property
    def __name__(cls) -> str:  # type: ignore[override]  # typeshed has an attribute, CPython a property
        return super().__name__.rpartition(".")[2]

    def __subclasscheck__(cls, other: type) -> bool:
        # What was bound before the freeze makes instances of the real class, which is the base of the disguised one.
        return issubclass(other, cls.__bases__) if cls.__module__ == "datetime" else super().__subclasscheck__(other)


class _Date(dt.date, metaclass=_Disguise, disguised=True):
    def __conform__(self, _: object) -> str:
        return self.isoformat()  # to sqlite3, which knows the real class by its identity

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        from pydantic_core import core_schema  # noqa: PLC0415 - who asks has it, others need not

        return core_schema.date_schema()  # pydantic, too, knows the real class by its identity


class _Datetime(dt.datetime, metaclass=_Disguise, disguised=True):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        return cls.fromtimestamp(_time(), tz)

    @classmethod
    def utcnow(cls) -> Self:
        return cls.fromtimestamp(_time(), dt.timezone.utc).replace(tzinfo=None)

    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: dt.tzinfo | None = None) -> Self:
        return _with_fold(super().fromtimestamp(timestamp, tz), api.real_datetime.fromtimestamp(timestamp, tz))

    @classmethod
    def combine(cls, date: dt.date, time: dt.time, *args: dt.tzinfo | None, **options: dt.tzinfo | None) -> Self:
        return _with_fold(super().combine(date, time, *args, **options), time)

    def date(self) -> dt.date:
        return dt.date(self.year, self.month, self.day)

    def __conform__(self, _: object) -> str:
        return self.isoformat(" ")

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: object) -> object:
        from pydantic_core import core_schema  # noqa: PLC0415 - as above

        return core_schema.datetime_schema()


def _with_fold(moment: _Moment, source: dt.datetime | dt.time) -> _Moment:
    # Up to Python 3.12 a subclass lost it, as a student's own goes on to do.
    return moment.replace(fold=source.fold) if type(moment) is dt.datetime else moment


def _reduce_real(moment: dt.date) -> tuple[Any, ...]:
    # Pickle would look the real class up by its name, and find the disguised one there.
    return getattr(dt, type(moment).__name__), *moment.__reduce_ex__(4)[1:]


# ---- local time


class _SystemLocalTime:
    """Local time as the C library tells it, which is told the zone by tzset()."""

    date: type[dt.date] = _Date
    datetime: type[dt.datetime] = _Datetime
    localtime = staticmethod(api.real_localtime)
    mktime = staticmethod(time.mktime)
    strftime = staticmethod(api.real_strftime)

    @staticmethod
    def enter(zone: str) -> None:
        time.tzset()
        stated, actual = _stated_offset(zone), _localtime().tm_gmtoff
        if stated not in (None, actual):
            msg = f"time zone {zone!r} did not take effect: it states {stated:+} s from UTC, local time is {actual:+} s"
            raise ValueError(msg)


class _FixedDate(_Date, disguised=True):
    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> Self:
        return cls.fromordinal(dt.datetime.fromtimestamp(timestamp, _fixed_zone()).toordinal())


class _FixedDatetime(_Datetime, disguised=True):
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


class _FixedLocalTime:
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
        names = {"%z": _EPOCH.replace(tzinfo=zone).isoformat()[19:].replace(":", ""), "%Z": zone.tzname(None)}
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


_LOCAL_TIME = _SystemLocalTime if hasattr(time, "tzset") else _FixedLocalTime

for _type in (_LOCAL_TIME.date, _LOCAL_TIME.datetime):
    _type.min, _type.max = (_type.fromisoformat(limit.isoformat()) for limit in (_type.min, _type.max))

_FROZEN: dict[str, Callable[..., Any]] = {
    "time": _time,
    "time_ns": _time_ns,
    "gmtime": _gmtime,
    "localtime": _localtime,
    "mktime": _LOCAL_TIME.mktime,
    "strftime": _strftime,
    "asctime": _asctime,
    "ctime": _ctime,
}
if hasattr(time, "clock_gettime"):
    _FROZEN["clock_gettime"] = _frozen_if_realtime(time.clock_gettime, _time)
    _FROZEN["clock_gettime_ns"] = _frozen_if_realtime(time.clock_gettime_ns, _time_ns)

# A function of C's is no method where a class has it as an attribute ("converter = time.gmtime"): neither are these.
_TIME_FUNCTIONS: dict[str, Callable[..., Any]] = {name: staticmethod(function) for name, function in _FROZEN.items()}
# freezegun would freeze the clocks that only measure as well.
_TIME_FUNCTIONS |= {
    "monotonic": api.real_monotonic,
    "monotonic_ns": api.real_monotonic_ns,
    "perf_counter": api.real_perf_counter,
    "perf_counter_ns": api.real_perf_counter_ns,
}
