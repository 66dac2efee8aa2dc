"""The frozen clock answers like a machine that stands at that instant in that zone.

The judge is time-machine, which moves the clock below Python: each expression of clock_expressions.py is evaluated
under both clocks, each in a process of its own, in every zone at every instant.
"""

from __future__ import annotations

import datetime as dt
import functools
import json
import os
import pickle
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from clock_expressions import EXPRESSIONS, INSTANTS, ZONES

import grader

AT = 1730626200.25
ZONE = "<+0537>-05:37"

KNOWN_DIFFERENCES = {
    "time.ctime()": "time-machine leaves it real",
    "time.ctime(None)": "time-machine leaves it real",
    "ctime()": "time-machine leaves it real",
    "time.asctime()": "time-machine leaves it real",
    "datetime.__mro__": "the class that stands for the real one is made of it",
    "type(datetime)": "instances of the real class are counted in by a metaclass",
    'Enum("Holiday", {"NEW_YEAR": (2024, 1, 1)}, type=date).NEW_YEAR': "Enum has a metaclass of its own, too",
}

TRUTHS = {
    "time.ctime()": "time.ctime(time.time())",
    "time.ctime(None)": "time.ctime(time.time())",
    "ctime()": "time.ctime(time.time())",
    "time.asctime()": "time.ctime(time.time())",
}

KNOWN_DIFFERENCES_WITHOUT_TZSET = KNOWN_DIFFERENCES | {
    'datetime.now().strftime("%s")': "the C library fills it in, for the zone of the host",
    'datetime.utcnow().strftime("%s")': "the C library fills it in, for the zone of the host",
    'datetime.now(timezone.utc).strftime("%s")': "the C library fills it in, for the zone of the host",
    'date.today().strftime("%s")': "the C library fills it in, for the zone of the host",
    'time.strftime("%s")': "the C library fills it in, for the zone of the host",
    'time.strftime("%s", time.localtime())': "the C library fills it in, for the zone of the host",
    'time.strftime("%s", time.gmtime())': "the C library fills it in, for the zone of the host",
    'time.strftime("%z %Z", datetime.now().timetuple())': "the C library leaves out the zone of a bare tuple",
    "logged()": "logging.Formatter keeps the localtime that it was made with",
}

needs_tzset = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system has no tzset()")


def run(*arguments: str, **environment: str) -> str:
    """Give what a Python process prints that takes warnings for errors."""
    path = str(Path(grader.__file__).parents[1])
    process = subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        env=os.environ | {"PYTHONPATH": path} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,  # waiting by a clock that stands would not end
    )
    assert process.returncode == 0, process.stderr
    return process.stdout


def frozen(program: str, before: str = "") -> list[str]:
    """Give the lines that a program prints whose clock stands."""
    start = f"from grader.sandbox import clock\nclock.freeze()\nclock.move({AT}, {ZONE!r})\n"
    return run("-c", f"{textwrap.dedent(before)}\n{start}{textwrap.dedent(program)}").splitlines()


@functools.cache
def values(clock: str) -> dict[str, dict[str, str]]:
    """Give, for each expression, the representation of its value at each moment, by one clock."""
    found: dict[str, dict[str, str]] = json.loads(
        run(str(Path(__file__).with_name("clock_process.py")), clock, TZ="Asia/Tokyo")
    )
    return found


@needs_tzset
def test_every_moment_is_compared() -> None:
    """Both clocks reach each zone at each instant, and the one without tzset() those of fixed offset."""
    assert {len(moments) for moments in values("frozen_clock").values()} == {len(ZONES) * len(INSTANTS)}
    assert {len(moments) for moments in values("time_machine").values()} == {len(ZONES) * len(INSTANTS)}
    assert {len(moments) for moments in values("frozen_clock_without_tzset").values()} == {3 * len(INSTANTS)}


@needs_tzset
@pytest.mark.parametrize("expression", [text for text in EXPRESSIONS if text not in KNOWN_DIFFERENCES])
def test_agrees_with_time_machine(expression: str) -> None:
    """An expression has the same value under both clocks at every moment."""
    assert values("frozen_clock")[expression] == values("time_machine")[expression]


@needs_tzset
@pytest.mark.parametrize("expression", KNOWN_DIFFERENCES)
def test_known_difference_is_one(expression: str) -> None:
    """A difference that has gone leaves the list."""
    assert values("frozen_clock")[expression] != values("time_machine")[expression]


@needs_tzset
@pytest.mark.parametrize(("expression", "truth"), TRUTHS.items())
def test_is_right_where_time_machine_is_not(expression: str, truth: str) -> None:
    """What time-machine gets wrong has the value of an equivalent that it gets right."""
    assert values("frozen_clock")[expression] == values("time_machine")[truth]


@needs_tzset
@pytest.mark.parametrize("expression", [text for text in EXPRESSIONS if text not in KNOWN_DIFFERENCES_WITHOUT_TZSET])
def test_agrees_without_tzset(expression: str) -> None:
    """In a zone of fixed offset, an expression has the same value on a system without tzset() in some other zone."""
    ours, theirs = values("frozen_clock_without_tzset")[expression], values("time_machine")[expression]
    assert ours == {moment: theirs[moment] for moment in ours}


@needs_tzset
@pytest.mark.parametrize("expression", KNOWN_DIFFERENCES_WITHOUT_TZSET)
def test_known_difference_without_tzset_is_one(expression: str) -> None:
    """A difference that has gone on systems without tzset() leaves the list."""
    ours, theirs = values("frozen_clock_without_tzset")[expression], values("time_machine")[expression]
    assert ours != {moment: theirs[moment] for moment in ours}


@needs_tzset
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expression_is_about_the_clock(expression: str) -> None:
    """No expression agrees only because it fails in the test, and none shows what stands behind the clock."""
    for value in values("frozen_clock")[expression].values():
        assert not value.startswith(("NameError", "SyntaxError", "ImportError", "RecursionError"))
        assert "Fake" not in value
        assert "freezegun" not in value


def test_threads_see_the_frozen_time() -> None:
    """A thread reads the frozen clock, and its timeouts end."""
    assert frozen(
        """
        import queue, threading, time
        from datetime import datetime

        thread = threading.Thread(target=lambda: print(time.time(), datetime.now()))
        thread.start()
        thread.join(timeout=60)
        print(threading.Event().wait(0.01))
        try:
            queue.Queue().get(timeout=0.01)
        except queue.Empty:
            print("empty")
        """
    ) == [f"{AT} 2024-11-03 15:07:00.250000", "False", "empty"]


def test_event_loop_runs_on_real_time() -> None:
    """In asyncio, sleeping and waiting end, the loop's time moves and the clock's does not."""
    assert frozen(
        """
        import asyncio, time
        from datetime import datetime, timezone

        async def main():
            loop = asyncio.get_running_loop()
            start = loop.time()
            await asyncio.sleep(0.01)
            print(loop.time() - start >= 0.009, abs(loop.time() - time.monotonic()) < 60)
            try:
                await asyncio.wait_for(asyncio.Event().wait(), 0.01)
            except asyncio.TimeoutError:
                print("timeout")
            print(time.time(), datetime.now(timezone.utc).timestamp())

        asyncio.run(main())
        """
    ) == ["True True", "timeout", f"{AT} {AT}"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has them")
@pytest.mark.parametrize("name", ["CLOCK_TAI", "CLOCK_REALTIME", "COARSE", "ALARM"])
def test_clocks_that_follow_real_time_are_frozen(name: str) -> None:
    """No clock of the system tells when the program really runs."""
    number = {"COARSE": 5, "ALARM": 8}.get(name) or getattr(time, name)
    seconds = f"time.clock_gettime({number}) == time.time()"
    nanoseconds = f"time.clock_gettime_ns({number}) == time.time_ns()"
    assert frozen(f"import time\nprint({seconds}, {nanoseconds})") == ["True True"]


def test_measuring_clocks_are_real() -> None:
    """The clocks that measure go on, and what waits by them ends."""
    assert frozen(
        """
        import subprocess, sys, time

        clocks = time.monotonic, time.perf_counter, time.process_time, time.thread_time
        clocks += time.monotonic_ns, time.perf_counter_ns, time.process_time_ns, time.thread_time_ns
        before = [clock() for clock in clocks]
        end = time.monotonic() + 0.02
        while time.monotonic() < end:
            pass
        time.sleep(0.01)
        print(all(clock() > start for clock, start in zip(clocks, before)))
        try:
            subprocess.run([sys.executable, "-c", "import time; time.sleep(60)"], timeout=0.05)
        except subprocess.TimeoutExpired:
            print("timeout")
        print(time.time())
        """
    ) == ["True", "timeout", f"{AT}"]


def test_names_bound_before_the_freeze() -> None:
    """A name that a module had imported reads the frozen clock; a default argument stays real."""
    assert frozen(
        """
        print(seconds(), localtime()[:5], strftime("%H:%M"), datetime.now(), date.today())
        print(datetime is sys.modules["datetime"].datetime, date is sys.modules["datetime"].date)
        print(default() > clock_at_start)
        """,
        before="""
        import sys, time
        from datetime import date, datetime
        from time import localtime, strftime, time as seconds

        clock_at_start = time.time()

        def default(clock=time.time):
            return clock()
        """,
    ) == [
        f"{AT} (2024, 11, 3, 15, 7) 15:07 2024-11-03 15:07:00.250000 2024-11-03",
        "True True",
        "True",
    ]


def test_instances_made_before_the_freeze() -> None:
    """What was made by the real classes compares, subtracts, copies and pickles as an instance of the present ones."""
    assert frozen(
        """
        import copy, pickle

        print(isinstance(old, datetime), isinstance(old, date), isinstance(day, date), isinstance(day, datetime))
        print(old == datetime(2024, 11, 3, 1, 30), old < datetime.now(), day == date.today(), day in {date.today()})
        print(datetime.now() - old, old - datetime.now(), date.today() - day)
        for one in (old, day):
            for other in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
                print(repr(other), type(other) in (date, datetime))
        """,
        before="""
        from datetime import date, datetime

        old = datetime(2024, 11, 3, 1, 30, fold=1)
        day = date(2024, 11, 3)
        """,
    ) == [
        "True True True False",
        "True True True True",
        "13:37:00.250000 -1 day, 10:22:59.750000 0:00:00",
        *["datetime.datetime(2024, 11, 3, 1, 30, fold=1) True"] * 3,
        *["datetime.date(2024, 11, 3) True"] * 3,
    ]


def test_pickle_is_read_by_any_process() -> None:
    """What a frozen process pickles is an ordinary datetime elsewhere."""
    (line,) = frozen("import pickle, datetime; print(pickle.dumps(datetime.datetime.now()).hex())")
    moment = pickle.loads(bytes.fromhex(line))  # noqa: S301 - it comes from the line above
    assert type(moment) is dt.datetime
    assert moment == dt.datetime(2024, 11, 3, 15, 7, 0, 250000)  # noqa: DTZ001 - naive as it was there


def test_classes_pass_for_the_real_ones() -> None:
    """Neither representations, names and messages nor a student's subclass show that the classes are stand-ins."""
    assert frozen(
        """
        import time
        from datetime import date, datetime, timedelta, timezone

        class Moment(datetime):
            @classmethod
            def now(cls, tz=None):
                return super().now(tz) + timedelta(minutes=30)

        print(datetime, date, datetime.__name__, date.__name__, Moment, Moment.__name__)
        print([datetime.now(), date.today()])
        print([Moment.now()])
        print(type(Moment.now()) is Moment, isinstance(Moment.now(), datetime), isinstance(datetime.now(), Moment))
        for mistake in (
            lambda: datetime.now() + 1800,
            lambda: datetime.now().expiry,
            lambda: date.nothing,
            lambda: datetime.utcnow(timezone.utc),
            lambda: time.time(0),
        ):
            try:
                mistake()
            except (AttributeError, TypeError) as error:
                print(error)
        """
    ) == [
        "<class 'datetime.datetime'> <class 'datetime.date'> datetime date <class '__main__.Moment'> Moment",
        "[datetime.datetime(2024, 11, 3, 15, 7, 0, 250000), datetime.date(2024, 11, 3)]",
        "[Moment(2024, 11, 3, 15, 37, 0, 250000)]",
        "True True False",
        "unsupported operand type(s) for +: 'datetime.datetime' and 'int'",
        "'datetime.datetime' object has no attribute 'expiry'",
        "type object 'datetime.date' has no attribute 'nothing'",
        "datetime.utcnow() takes 1 positional argument but 2 were given",
        "time() takes 0 positional arguments but 1 was given",
    ]


@needs_tzset
def test_moves_any_number_of_times() -> None:
    """Each move sets the instant, the zone and TZ."""
    assert frozen(
        """
        import os, time
        from datetime import datetime

        for at, zone in ((0, "<-0737>+07:37"), (1709201730, "Pacific/Kiritimati"), (1700000000.1234567, "UTC")):
            clock.move(at, zone)
            print(os.environ["TZ"], time.time(), datetime.now(), time.strftime("%z %Z"), time.timezone)
        """
    ) == [
        "<-0737>+07:37 0.0 1969-12-31 16:23:00 -0737 -0737 27420",
        "Pacific/Kiritimati 1709201730.0 2024-03-01 00:15:30 +1400 +14 -50400",
        "UTC 1700000000.123457 2023-11-14 22:13:20.123457 +0000 UTC 0",
    ]


@needs_tzset
@pytest.mark.parametrize("zone", ["+0537-05:37", "AB-05:37", "<+0537-05:37"])
def test_misspelt_zone_is_an_error(zone: str) -> None:
    """A fixed offset that the C library does not understand is refused, as it would silently be UTC."""
    assert frozen(
        f"""
        try:
            clock.move({AT}, {zone!r})
        except ValueError as error:
            print(error)
        """
    ) == [f"time zone '{zone}' did not take effect: it states +20220 s from UTC, local time is +0 s"]


@needs_tzset
@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("UTC0", 0),
        ("UTC", 0),
        ("EST5", -18000),
        ("EST5EDT,M3.2.0,M11.1.0", -18000),
        ("Etc/GMT-14", 50400),
        ("<+123456>-12:34:56", 45296),
    ],
)
def test_correct_zone_is_none(zone: str, offset: int) -> None:
    """Zones of every kind take effect."""
    assert frozen(f"import time; clock.move({AT}, {zone!r}); print(time.localtime().tm_gmtoff)") == [str(offset)]


def test_zone_needs_an_offset_without_tzset() -> None:
    """Without tzset(), a zone of no fixed offset is refused."""
    assert frozen(
        """
        try:
            clock.move(0, "America/Los_Angeles")
        except ValueError as error:
            print(error)
        """,
        before="import time; vars(time).pop('tzset', None)",
    ) == ["time zone 'America/Los_Angeles' has no fixed offset, and this system has no time.tzset for any other"]


def test_token_expires_by_the_frozen_clock() -> None:
    """PyJWT accepts a token of the frozen present, and refuses it once the clock has moved past its expiry."""
    assert frozen(
        """
        from datetime import datetime, timedelta, timezone

        key = "k" * 32
        token = jwt.encode({"exp": datetime.now(timezone.utc) + timedelta(minutes=30)}, key, "HS256")
        print(jwt.decode(token, key, ["HS256"]))
        clock.move(1730626200.25 + 31 * 60, "<-0737>+07:37")
        try:
            jwt.decode(token, key, ["HS256"])
        except jwt.ExpiredSignatureError as error:
            print(error)
        """,
        before="import jwt",
    ) == ["{'exp': 1730628000}", "Signature has expired"]


def test_pydantic_knows_the_classes() -> None:
    """A pydantic model may have fields of the frozen classes, and reads, checks and writes them as ever."""
    assert frozen(
        """
        from datetime import date, datetime
        from pydantic import BaseModel

        class Token(BaseModel):
            day: date
            issued: datetime = datetime.now()

        print(Token(day="2024-11-03").model_dump_json())
        print(Token.model_validate({"day": date.today(), "issued": 0}).issued.isoformat())
        """
    ) == ['{"day":"2024-11-03","issued":"2024-11-03T15:07:00.250000"}', "1970-01-01T00:00:00+00:00"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork()")
def test_forked_children_move_on_their_own() -> None:
    """A child moves the clock that it inherited, and the parent's stays."""
    assert frozen(
        """
        import os, sys, time
        from datetime import datetime

        def report(who):
            print(who, time.time(), datetime.now(), time.tzname[0], flush=True)

        for zone in ("<-0737>+07:37", "America/Los_Angeles"):
            child = os.fork()
            if child == 0:
                clock.move(1700000000, zone)
                report("child")
                os._exit(0)
            os.waitpid(child, 0)
        report("parent")
        """
    ) == [
        "child 1700000000.0 2023-11-14 14:36:20 -0737",
        "child 1700000000.0 2023-11-14 14:13:20 PST",
        f"parent {AT} 2024-11-03 15:07:00.250000 +0537",
    ]
