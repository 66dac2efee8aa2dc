"""A frozen clock for student code: every way of asking for the time agrees, local time included.

freezegun finds the names that hold a clock and replaces them. What it puts there is this package's: stock freezegun
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

import os
import time

import freezegun
from freezegun import api

from grader.sandbox.clock import instant
from grader.sandbox.clock.disguise import reduce_real
from grader.sandbox.clock.functions import TIME_FUNCTIONS
from grader.sandbox.clock.local_time import LOCAL_TIME


def freeze() -> None:
    """Stop the clock of this process for good, at the present instant and in the present zone.

    Call it once, after the heavy libraries are loaded (it goes through their names) and before any student code is.
    Forked children inherit the frozen clock.
    """
    # The default list has prefixes such as "gi" and "queue", for which other names fall as well. Looking into these
    # would import whatever they can: each process that is forked would have to carry it.
    freezegun.configure(default_ignore_list=["six.moves", "concurrent.futures"])
    vars(api).update({f"fake_{name}": function for name, function in TIME_FUNCTIONS.items()})
    vars(api).update(FakeDate=LOCAL_TIME.date, FakeDatetime=LOCAL_TIME.datetime)
    vars(api).update(pickle_fake_date=reduce_real, pickle_fake_datetime=reduce_real)
    freezegun.freeze_time().start()
    vars(time).update(TIME_FUNCTIONS)  # freezegun itself replaces fewer


def move(at: float, zone: str) -> None:
    """Set the frozen clock; may be called any number of times, once `freeze` has been.

    Args:
        at: The instant, in seconds since the epoch (UTC). It is rounded to whole microseconds.
        zone: The zone of local time, as a TZ string.

    Raises:
        ValueError: The zone states a fixed offset that did not take effect, as happens to a misspelt one; or this
            system has no `time.tzset`, and the zone states no fixed offset.
    """
    instant.move_to(at)
    os.environ["TZ"] = zone
    LOCAL_TIME.enter(zone)
