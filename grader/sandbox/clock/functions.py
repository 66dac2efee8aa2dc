"""The functions of the time module that tell the time, asking the frozen clock."""

from __future__ import annotations

import functools
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from freezegun import api

from grader.sandbox.clock.instant import microseconds, seconds
from grader.sandbox.clock.local_time import LOCAL_TIME

if TYPE_CHECKING:
    from time import _TimeTuple

_T = TypeVar("_T")


@functools.wraps(api.real_time)
def _time() -> float:
    return seconds()


@functools.wraps(api.real_time_ns)
def _time_ns() -> int:
    return microseconds() * 1000


@functools.wraps(api.real_gmtime)
def _gmtime(at: float | None = None, /) -> time.struct_time:
    return api.real_gmtime(seconds() if at is None else at)


@functools.wraps(api.real_localtime)
def _localtime(at: float | None = None, /) -> time.struct_time:
    return LOCAL_TIME.localtime(seconds() if at is None else at)


@functools.wraps(api.real_strftime)
def _strftime(template: str, moment: _TimeTuple | time.struct_time | None = None, /) -> str:
    return LOCAL_TIME.strftime(template, _localtime() if moment is None else moment)


_real_asctime = time.asctime


@functools.wraps(time.asctime)
def _asctime(moment: _TimeTuple | time.struct_time | None = None, /) -> str:
    return _real_asctime(_localtime() if moment is None else moment)


@functools.wraps(time.ctime)
def _ctime(at: float | None = None, /) -> str:
    return _real_asctime(_localtime(at))


REAL_TIME = {0, 5, 8, 11} if sys.platform == "linux" else {getattr(time, "CLOCK_REALTIME", None)}
"""CLOCK_REALTIME, and on Linux those that follow it: the coarse one, the one with alarms, and CLOCK_TAI."""


def _frozen_if_realtime(real: Callable[[int], _T], frozen: Callable[[], _T]) -> Callable[[int], _T]:
    @functools.wraps(real)
    def clock(which: int, /) -> _T:
        return frozen() if which in REAL_TIME else real(which)

    return clock


_FROZEN: dict[str, Callable[..., Any]] = {
    "time": _time,
    "time_ns": _time_ns,
    "gmtime": _gmtime,
    "localtime": _localtime,
    "mktime": LOCAL_TIME.mktime,
    "strftime": _strftime,
    "asctime": _asctime,
    "ctime": _ctime,
}
if hasattr(time, "clock_gettime"):
    _FROZEN["clock_gettime"] = _frozen_if_realtime(time.clock_gettime, _time)
    _FROZEN["clock_gettime_ns"] = _frozen_if_realtime(time.clock_gettime_ns, _time_ns)

# A function of C's is no method where a class has it as an attribute ("converter = time.gmtime"): neither are these.
TIME_FUNCTIONS: dict[str, Callable[..., Any]] = {name: staticmethod(function) for name, function in _FROZEN.items()}
# freezegun would freeze the clocks that only measure as well.
TIME_FUNCTIONS |= {
    "monotonic": api.real_monotonic,
    "monotonic_ns": api.real_monotonic_ns,
    "perf_counter": api.real_perf_counter,
    "perf_counter_ns": api.real_perf_counter_ns,
}
