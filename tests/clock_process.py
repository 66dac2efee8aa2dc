"""Evaluate every expression under one clock, and print what each gave; test_clock.py starts this, once for each clock.

It takes the name of the clock, and prints JSON: for each expression the representation of its value, by moment.
"""

import datetime as dt
import json
import os
import sys
import time
import warnings
from collections.abc import Callable
from types import ModuleType

from clock_expressions import EXPRESSIONS, INSTANTS, PRELUDE, ZONES


def frozen_clock() -> Callable[[dt.datetime, str], None]:
    """Start the clock under test."""
    from grader.sandbox import clock  # noqa: PLC0415 - only where it is tested

    clock.freeze()
    return lambda instant, zone: clock.move(instant.timestamp(), zone)


def frozen_clock_without_tzset() -> Callable[[dt.datetime, str], None]:
    """Start it on a system that has no tzset(), and whose C library stays in the zone of the host."""
    del time.tzset
    os.putenv = lambda *_: None
    return frozen_clock()


def time_machine() -> Callable[[dt.datetime, str], None]:
    """Start the clock to compare with."""
    import time_machine as oracle  # noqa: PLC0415 - not in the process of the clock under test

    traveller = oracle.travel(0, tick=False).start()

    def move(instant: dt.datetime, zone: str) -> None:
        traveller.move_to(instant.replace(tzinfo=None))  # which is UTC; an aware one would set the zone as well
        os.environ["TZ"] = zone
        time.tzset()

    return move


def value(expression: str, names: dict[str, object]) -> str:
    """Give the representation of what an expression is, or of the error that it ends in."""
    try:
        return repr(eval(expression, names))  # noqa: S307 - the table above is all that it evaluates
    except Exception as error:  # noqa: BLE001 - the message is compared like any other value
        return f"{type(error).__name__}: {error}"


def main(start: Callable[[], Callable[[dt.datetime, str], None]]) -> None:
    """Print the value of each expression at each instant in each zone."""
    instants = [dt.datetime.fromisoformat(text).replace(tzinfo=dt.timezone.utc) for text in INSTANTS]
    move = start()
    sys.modules["student"] = ModuleType("student")
    names = vars(sys.modules["student"])
    exec(PRELUDE, names)  # noqa: S102 - the imports of the expressions, made while the clock stands
    warnings.simplefilter("ignore", DeprecationWarning)
    values: dict[str, dict[str, str]] = {expression: {} for expression in EXPRESSIONS}
    for instant in instants:
        for zone in ZONES:
            try:
                move(instant, zone)
            except ValueError:
                continue
            for expression in EXPRESSIONS:
                values[expression][f"{instant.isoformat()} {zone}"] = value(expression, names)
    json.dump(values, sys.stdout)


if __name__ == "__main__":
    main(vars()[sys.argv[1]])
