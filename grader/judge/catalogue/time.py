"""When the token expires: what is said of each such mistake, and its sign."""

from __future__ import annotations

from collections.abc import Mapping

from grader.judge.catalogue.entry import PYTHON, RFC7519, TIMEDELTA, Misconception
from grader.judge.signs import claims, lifetimes, refreshing, times
from grader.labels import Label

MISCONCEPTIONS: Mapping[Label, Misconception] = {
    "same_lifetime": Misconception(
        refreshing.same_lifetime,
        "Both kinds of token live equally long.",
        "Give the function that makes them the lifetime as an argument, and use it: 15 minutes for one, 7 days for "
        "the other.",
        "https://www.rfc-editor.org/rfc/rfc6749#section-1.5",
    ),
    "no_exp": Misconception(
        claims.no_exp,
        "The token has no `exp`, so it stays valid for ever.",
        "Put `exp` into the payload that you give to encode.",
        RFC7519 + "#section-4.1.4",
    ),
    "string_exp": Misconception(
        claims.string_exp,
        "`{claim}` is a text; encode takes it without a word, but decode refuses the token.",
        "Give encode the datetime itself, or a number of seconds since 1970: no str(), isoformat() or strftime().",
        RFC7519 + "#section-2",
    ),
    "relative_exp": Misconception(
        times.relative_exp,
        "`exp` is {exp}: as a moment that is shortly after the beginning of 1970, so the token was never valid.",
        "`exp` says when, not how long: add the length of time to the present moment.",
        RFC7519 + "#section-4.1.4",
    ),
    "milliseconds": Misconception(
        times.milliseconds,
        "`exp` counts milliseconds: read as seconds it lies tens of thousands of years ahead, so it never comes.",
        "Count in seconds, as `time.time()` and `datetime.timestamp()` do.",
        RFC7519 + "#section-2",
    ),
    "days_for_minutes": Misconception(
        times.days_for_minutes,
        "The token lives {life}, not {minutes} minutes: the first argument of timedelta is days.",
        "Say the unit: `timedelta(minutes={minutes})`.",
        PYTHON + "library/datetime.html#datetime.timedelta",
    ),
    "seconds_for_minutes": Misconception(
        times.seconds_for_minutes,
        "The token lives {life}, not {minutes} minutes.",
        "Say the unit: `timedelta(minutes={minutes})`, or multiply by 60 to have seconds.",
        PYTHON + "library/datetime.html#datetime.timedelta",
    ),
    "timedelta_seconds": Misconception(
        lifetimes.timedelta_seconds,
        "A token that should expire {due} the call expires {found} it: `.seconds` leaves out whole days.",
        "Add the timedelta itself to a datetime, or ask it for `.total_seconds()`.",
        PYTHON + "library/datetime.html#datetime.timedelta.total_seconds",
    ),
    "cut_lifetime": Misconception(
        lifetimes.cut_lifetime,
        "A lifetime of {due} is taken for {life}: what is not a whole minute was lost on the way.",
        "Add the timedelta itself to a datetime, or ask it for `.total_seconds()`.",
        PYTHON + "library/datetime.html#datetime.timedelta.total_seconds",
    ),
    "ignored_lifetime": Misconception(
        lifetimes.ignored_lifetime,
        "Whatever lifetime is given, the token lives {life}.",
        "Use the argument: only where it is None does the usual lifetime take its place.",
        PYTHON + "tutorial/controlflow.html#default-argument-values",
    ),
    "wrong_lifetime": Misconception(
        lifetimes.wrong_lifetime,
        "The token lives {life}, not {due}.",
        "Let it live as long as your task says: `{lifetime}`.",
        TIMEDELTA,
    ),
    "wrong_default_lifetime": Misconception(
        lifetimes.wrong_default_lifetime,
        "Where no lifetime is given, the token lives {life}, not {due}.",
        "Let the usual lifetime be `{lifetime}`.",
        TIMEDELTA,
    ),
    "falsy_lifetime": Misconception(
        lifetimes.falsy_lifetime,
        "A lifetime of {what} is taken for none: the token lives {life}, as if nothing had been given.",
        "`timedelta(0)` counts as false, so `if expires_delta` and `expires_delta or ...` pass it over: ask "
        "`if expires_delta is None`.",
        PYTHON + "library/stdtypes.html#truth-value-testing",
    ),
    "import_time_exp": Misconception(
        times.import_time_exp,
        "The expiry was worked out once, {when}: a token made a day later has expired already.",
        "Ask for the time inside the function, so that each call counts from its own moment (a default argument is "
        "worked out when the file is loaded, too).",
        PYTHON + "reference/compound_stmts.html#function-definitions",
    ),
    "double_shift": Misconception(
        times.double_shift,
        "Where clocks are {distance} ahead of UTC, {effect}: exactly the "
        "server's distance from UTC. A UTC time without a zone was taken for local time and moved to UTC once more.",
        "Ask for a time that knows its zone: `datetime.now(timezone.utc)`; avoid utcnow().",
        PYTHON + "library/datetime.html#datetime.datetime.utcnow",
    ),
    "local_time": Misconception(
        times.local_time,
        "Where clocks are {distance} ahead of UTC, {effect}: exactly the "
        "server's distance from UTC. Local time was taken for UTC.",
        "Ask for a time that knows its zone: `datetime.now(timezone.utc){add}`.",
        PYTHON + "library/datetime.html#datetime.datetime.now",
    ),
}
