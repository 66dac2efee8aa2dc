"""What test_clock.py asks of the frozen clock and of time-machine alike."""

ZONES = (
    "<+0537>-05:37",
    "<-0737>+07:37",
    "Pacific/Kiritimati",
    "America/Los_Angeles",
    "Asia/Kathmandu",
    "UTC",
)

INSTANTS = (
    "2024-11-03T09:30:00",  # 01:30 in Los Angeles, for the second time that night
    "2024-02-29T10:15:30",  # a leap day, and already the next day in Kiritimati
    "2023-12-31T23:59:59.999999",
    "2025-06-15T05:06:07.654321",
)

PRELUDE = '''
import asyncio, calendar, copy, datetime as dt, email.utils, functools, json, logging, pickle, sqlite3, threading, time
import typing
from abc import ABC
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from datetime import date, datetime, timedelta, timezone, tzinfo
from time import ctime, gmtime, localtime, strftime, time as seconds, time_ns
from zoneinfo import ZoneInfo

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
KATHMANDU = timezone(timedelta(hours=5, minutes=45), "+0545")
HALF_HOUR = timedelta(minutes=30)

class Moment(datetime):
    """A student's own class."""

class Day(date):
    """Another."""

class Both(datetime, ABC):
    """With an abstract base class."""

@dataclass
class Token:
    expires: datetime = field(default_factory=datetime.now)

def in_thread(function):
    with ThreadPoolExecutor() as pool:
        return pool.submit(function).result()

def in_loop(function):
    async def call():
        await asyncio.sleep(0)
        return function()
    return asyncio.run(call())

def matched(value):
    match value:
        case datetime(hour=hour): return "datetime", hour
        case date(day=day): return "date", day

@functools.singledispatch
def dispatched(value): return "object"

@dispatched.register(date)
def _(value): return "date"

@dispatched.register(datetime)
def _(value): return "datetime"

class Service:
    clock = time.time
    local = time.localtime
    now = datetime.now
    today = date.today

class UtcFormatter(logging.Formatter):
    converter = time.gmtime

def logged(formatter=logging.Formatter):
    record = logging.LogRecord("name", logging.INFO, "path", 1, "text", (), None)
    return record.created, formatter("%(asctime)s").format(record)

def stored(value):
    return sqlite3.connect(":memory:").execute("SELECT ?", (value,)).fetchone()
'''

_NOW = """
datetime.now()
datetime.now(None)
datetime.now().fold
datetime.now().tzinfo
datetime.now(timezone.utc)
datetime.now(tz=KATHMANDU)
datetime.now(LOS_ANGELES)
datetime.now(LOS_ANGELES).fold
datetime.now(LOS_ANGELES).dst()
datetime.now(timezone.utc).astimezone(LOS_ANGELES).fold
datetime.now("UTC")
datetime.today()
datetime.utcnow()
datetime.utcnow().fold
dt.datetime.now()
dt.datetime.now(dt.timezone.utc)
datetime.now() - datetime.utcnow()
datetime.now(timezone.utc) - datetime.now().astimezone()
datetime.now().replace(tzinfo=timezone.utc) - datetime.now(timezone.utc)
datetime.now() - datetime.now(timezone.utc)
datetime.now() < datetime.now(timezone.utc)
datetime.now() == datetime.now(timezone.utc)
datetime.now().date()
datetime.now().time()
datetime.now().timetuple()
datetime.now().utctimetuple()
datetime.now(timezone.utc).utctimetuple()
datetime.now().ctime()
datetime.now().isoformat()
datetime.now().isocalendar()
datetime.now().toordinal()
Token()
date.today()
dt.date.today()
date.today().timetuple()
date.today().ctime()
date.today() - date(2024, 1, 1)
date.today() == datetime.now().date()
datetime.combine(date.today(), datetime.min.time())
datetime.combine(date.today(), datetime.now().time())
datetime.combine(date.today(), dt.time(1, 30, fold=1)).fold
"""

_TIMESTAMPS = """
datetime.now().timestamp()
datetime.today().timestamp()
datetime.utcnow().timestamp()
datetime.now(timezone.utc).timestamp()
datetime.now(LOS_ANGELES).timestamp()
datetime.now().astimezone().timestamp()
datetime.now().replace(tzinfo=timezone.utc).timestamp()
datetime.now().replace(tzinfo=LOS_ANGELES).timestamp()
datetime.utcnow().replace(tzinfo=timezone.utc).timestamp()
datetime.combine(date.today(), datetime.min.time()).timestamp()
(datetime.now() + HALF_HOUR).timestamp()
(datetime.utcnow() + HALF_HOUR).timestamp()
(datetime.now(timezone.utc) + HALF_HOUR).timestamp() - time.time()
datetime(2024, 11, 3, 1, 30).timestamp()
datetime(2024, 11, 3, 1, 30, fold=1).timestamp()
datetime(2024, 3, 10, 2, 30).timestamp()
datetime(2024, 3, 10, 2, 30, fold=1).timestamp()
datetime(2024, 7, 1, tzinfo=timezone.utc).timestamp()
datetime.fromtimestamp(time.time())
datetime.fromtimestamp(time.time()).fold
datetime.fromtimestamp(time.time(), None)
datetime.fromtimestamp(time.time(), timezone.utc)
datetime.fromtimestamp(time.time(), tz=LOS_ANGELES)
datetime.fromtimestamp(time.time(), tz=LOS_ANGELES).fold
datetime.fromtimestamp(1730622600)
datetime.fromtimestamp(1730626200)
datetime.fromtimestamp(1730626200).fold
datetime.fromtimestamp(1730626200, timezone.utc)
datetime.fromtimestamp(0)
datetime.fromtimestamp(-1.5)
datetime.fromtimestamp("0")
datetime.utcfromtimestamp(time.time())
datetime.utcfromtimestamp(1730626200)
date.fromtimestamp(time.time())
date.fromtimestamp(1730626200)
date.fromtimestamp(0)
"""

_ZONES = """
datetime.now().astimezone()
datetime.now().astimezone().fold
datetime.now().astimezone().tzname()
datetime.now().astimezone().utcoffset()
datetime.now().astimezone(None)
datetime.now().astimezone(timezone.utc)
datetime.now().astimezone(KATHMANDU)
datetime.now().astimezone(LOS_ANGELES)
datetime.now().astimezone(LOS_ANGELES).fold
datetime.now(timezone.utc).astimezone()
datetime.now(timezone.utc).astimezone(KATHMANDU)
datetime.now(LOS_ANGELES).astimezone()
datetime.now(LOS_ANGELES).astimezone(timezone.utc)
datetime.utcnow().astimezone()
datetime.utcnow().astimezone(timezone.utc)
datetime(2024, 11, 3, 1, 30).astimezone()
datetime(2024, 11, 3, 1, 30, fold=1).astimezone()
datetime(2024, 11, 3, 1, 30, tzinfo=LOS_ANGELES, fold=1).astimezone(timezone.utc)
datetime(2024, 11, 3, 1, 30, tzinfo=LOS_ANGELES).astimezone()
datetime(2024, 3, 10, 2, 30).astimezone()
datetime(2024, 7, 1).astimezone().tzinfo
time.timezone
time.altzone
time.daylight
time.tzname
time.localtime().tm_gmtoff
time.localtime().tm_zone
time.localtime().tm_isdst
"""

_FORMATS = """
datetime.now().strftime("%Y-%m-%d %H:%M:%S.%f")
datetime.now().strftime("%s")
datetime.now().strftime("%z")
datetime.now().strftime("%Z")
datetime.now().strftime("%c")
datetime.now().strftime("100%% %%z")
datetime.utcnow().strftime("%s")
datetime.now(timezone.utc).strftime("%s")
datetime.now(timezone.utc).strftime("%z %Z")
datetime.now().astimezone().strftime("%z %Z")
datetime.now(LOS_ANGELES).strftime("%Y-%m-%dT%H:%M:%S%z %Z")
date.today().strftime("%s")
date.today().strftime("%Y-%m-%d %z")
f"{datetime.now():%H:%M}"
format(datetime.now(), "%Y")
str(datetime.now())
str(datetime.now(timezone.utc))
"%s" % datetime.now()
datetime.strptime("2024-02-29 12:00", "%Y-%m-%d %H:%M")
datetime.strptime("2024-02-29 12:00 +0545", "%Y-%m-%d %H:%M %z").astimezone()
datetime.strptime("2024-02-29 12:00", "%Y-%m-%d %H:%M").timestamp()
datetime.fromisoformat("2024-02-29T12:00:00+05:45")
datetime.fromisoformat("2024-02-29T12:00:00").timestamp()
datetime.fromisoformat(datetime.now().isoformat()) == datetime.now()
time.strftime("%s")
time.strftime("%z")
time.strftime("%Z")
time.strftime("%Y-%m-%d %H:%M:%S")
time.strftime("%s", time.localtime())
time.strftime("%s", time.gmtime())
time.strftime("%z %Z", time.localtime())
time.strftime("%z %Z", time.localtime(0))
time.strftime("%z %Z", time.gmtime())
time.strftime("%z %Z", datetime.now().timetuple())
time.strftime("%%z %%%z")
time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
time.strftime("%c", time.localtime(1730626200))
strftime("%H:%M")
time.strptime("2024-02-29", "%Y-%m-%d")
"""

_TIME = """
time.time()
int(time.time())
time.time_ns()
time.time_ns() // 1000
seconds()
time_ns()
time.time() == datetime.now().timestamp()
round(time.time() * 1e6) == time.time_ns() // 1000
time.clock_gettime(time.CLOCK_REALTIME)
time.clock_gettime_ns(time.CLOCK_REALTIME)
time.localtime()
time.localtime(None)
time.localtime(time.time())
time.localtime(time.time() + 1800)
time.localtime(0)
time.localtime(1730622600)
time.localtime(1730626200)
localtime()
localtime(-1)
time.gmtime()
time.gmtime(None)
time.gmtime(time.time())
time.gmtime(0)
gmtime()
time.localtime() == time.localtime(time.time())
time.mktime(time.localtime())
time.mktime(time.gmtime())
time.mktime(datetime.now().timetuple())
time.mktime(datetime.utcnow().timetuple())
time.mktime(datetime.now(timezone.utc).timetuple())
time.mktime(date.today().timetuple())
time.mktime((2024, 7, 1, 12, 0, 0, 0, 0, -1))
time.mktime((2024, 1, 31, 36, 61, 0, 0, 0, -1))
time.ctime()
time.ctime(None)
time.ctime(0)
time.ctime(1730626200)
time.ctime(time.time())
ctime()
time.asctime()
time.asctime(time.gmtime())
time.asctime(time.localtime(0))
calendar.timegm(time.gmtime())
calendar.timegm(time.localtime())
calendar.timegm(datetime.now().timetuple())
calendar.timegm(datetime.utcnow().timetuple())
calendar.timegm(datetime.now().utctimetuple())
calendar.timegm(datetime.now(timezone.utc).utctimetuple())
calendar.timegm(datetime.now().astimezone().utctimetuple())
calendar.timegm((datetime.utcnow() + HALF_HOUR).utctimetuple())
email.utils.formatdate()
email.utils.formatdate(localtime=True)
email.utils.localtime()
email.utils.format_datetime(datetime.now(timezone.utc))
logged()
logged(UtcFormatter)
Service().clock()
Service().local()
Service().now()
Service().today()
in_thread(datetime.now)
in_thread(date.today)
in_thread(time.time)
in_thread(time.time_ns)
in_thread(time.localtime)
in_thread(lambda: datetime.now().astimezone())
in_loop(datetime.now)
in_loop(time.time)
in_loop(lambda: datetime.now().timestamp())
"""

_TYPES = """
datetime
date
datetime.__name__
datetime.__qualname__
datetime.__module__
datetime.__mro__
Enum("Holiday", {"NEW_YEAR": (2024, 1, 1)}, type=date).NEW_YEAR
type(datetime)
datetime.__doc__
date.__doc__
type(datetime.now())
type(datetime.now()) is datetime
type(datetime.utcnow()) is datetime
type(datetime.now(LOS_ANGELES)) is datetime
type(datetime.now().astimezone()) is datetime
type(datetime.now() + HALF_HOUR) is datetime
type(HALF_HOUR + datetime.now()) is datetime
type(datetime.now() - HALF_HOUR) is datetime
type(datetime.now() - datetime.now())
type(datetime.now().date()) is date
type(datetime.now().replace(year=2020)) is datetime
type(datetime.combine(date.today(), dt.time())) is datetime
type(datetime.fromisoformat("2024-02-29")) is datetime
type(datetime.fromtimestamp(0)) is datetime
type(datetime.utcfromtimestamp(0)) is datetime
type(datetime.strptime("2024", "%Y")) is datetime
type(datetime.fromordinal(1)) is datetime
type(datetime.min) is datetime and type(datetime.max) is datetime
type(date.min) is date and type(date.max) is date
(datetime.min, datetime.max, datetime.resolution, date.min, date.max)
type(date.today()) is date
type(date.today() + timedelta(1)) is date
type(date.today().replace(year=2020)) is date
type(date.fromtimestamp(0)) is date
type(email.utils.localtime()) is datetime
type(copy.copy(datetime.now())) is datetime
type(copy.deepcopy(date.today())) is date
type(LOS_ANGELES.fromutc(datetime.now(LOS_ANGELES))) is datetime
isinstance(datetime.now(), datetime)
isinstance(datetime.now(), date)
isinstance(date.today(), datetime)
isinstance("now", date)
issubclass(datetime, date)
issubclass(date, datetime)
issubclass(Moment, datetime)
issubclass(Moment, date)
issubclass(datetime, Moment)
isinstance(datetime.now(), Moment)
isinstance(date.today(), Day)
matched(datetime.now())
matched(date.today())
matched(Moment.now())
dispatched(datetime.now())
dispatched(date.today())
dispatched(Moment.now())
typing.Optional[datetime]
datetime | None
Moment.now()
Moment.now(timezone.utc)
Moment.today()
Moment.utcnow()
Moment.now() + HALF_HOUR
Moment.now().date()
Moment.now().astimezone()
Moment.fromtimestamp(time.time())
Moment.now().timestamp()
Moment.strptime("2024", "%Y")
Moment.__name__
type(Moment.now()) is Moment
Moment.now() == datetime.now()
Day.today()
Day.fromtimestamp(0)
Both.now()
{datetime.now(): 1}[datetime.now()]
hash(date.today()) == hash(date(*time.localtime()[:3]))
sorted([datetime.now(), datetime(2000, 1, 1), datetime.max])
pickle.dumps(datetime.now())
pickle.dumps(date.today())
pickle.loads(pickle.dumps(datetime.now())) == datetime.now()
type(pickle.loads(pickle.dumps(datetime.now()))) is datetime
pickle.loads(pickle.dumps(datetime(2024, 11, 3, 1, 30, fold=1))).fold
copy.copy(datetime.now())
copy.deepcopy(datetime.now(timezone.utc))
json.dumps({"exp": datetime.now()})
json.dumps({"exp": datetime.now()}, default=str)
json.dumps(datetime.now(), default=repr)
stored(datetime.now())
stored(date.today())
datetime.now() + 1800
datetime.now() + "30 minutes"
datetime.now() < 5
datetime.now() < date.today()
datetime.now().nothing
datetime.nothing
datetime(2024, 13, 1)
datetime(2024)
datetime.now().__dict__
"""

EXPRESSIONS = tuple(filter(None, f"{_NOW}{_TIMESTAMPS}{_ZONES}{_FORMATS}{_TIME}{_TYPES}".split("\n")))
