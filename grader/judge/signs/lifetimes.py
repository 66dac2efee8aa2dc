"""Misconceptions that show in how the lifetimes of several tokens compare: with none given, and with several given."""

from __future__ import annotations

from datetime import timedelta

from grader.judge.case import Case
from grader.judge.checks.moments import FAR, distance
from grader.judge.signs import Figures
from grader.judge.signs.readings import DAY, TOLERANCE, Reading, near, read, written
from grader.judge.signs.refreshing import same_lifetime
from grader.text import duration, whole
from grader.verbs import Claim

MINUTE = 60.0


def timedelta_seconds(case: Case) -> Figures | None:
    """`.seconds` of a timedelta was taken, which leaves out its days."""
    _, given = _lives(case)
    off = [reading for reading in given if not 0 <= reading.due < DAY]
    if not off or not all(near(reading.life, reading.due % DAY) for reading in given):
        return None
    return {"found": distance(off[0].life), "due": distance(off[0].due)}


def cut_lifetime(case: Case) -> Figures | None:
    """Of a lifetime only the whole minutes were taken."""
    _, given = _lives(case)
    off = [reading for reading in given if not reading.right]
    cut = all(
        reading.due % MINUTE
        and near(reading.life, round(reading.life / MINUTE) * MINUTE)
        and abs(reading.life - reading.due) < MINUTE
        for reading in off
    )
    return {"due": duration(off[0].due), "life": duration(whole(off[0].life))} if off and cut else None


def ignored_lifetime(case: Case) -> Figures | None:
    """The token lives equally long whatever lifetime is given."""
    default, given = _lives(case)
    if not default or len({reading.due for reading in given}) < 2:  # noqa: PLR2004 - to compare
        return None
    same = all(near(reading.life, default.life) for reading in given)
    return {"life": duration(whole(default.life))} if same and default.life > -TOLERANCE else None


def wrong_lifetime(case: Case) -> Figures | None:
    """The token lives longer or shorter than it should, where no call says how long; units are not mixed up."""
    steps = (observation.step for observation in case.evidence.observations)
    if any(isinstance(arg, timedelta) for step in steps for arg in step.args) or same_lifetime(case) is not None:
        return None
    failed = (check for check in case.open(Claim) if check.id in case.failed)  # what was skipped may be no new token
    for reading in filter(None, (read(case, check) for check in failed)):
        off = not (reading.right or reading.as_days or reading.as_seconds or reading.from_loading)
        if reading.claim == "exp" and off and TOLERANCE < reading.life < FAR:
            life, due = duration(whole(reading.life)), duration(reading.due)
            return {"life": life, "due": due, "lifetime": written(reading)}
    return None


def wrong_default_lifetime(case: Case) -> Figures | None:
    """The token lives as long as is given, but where nothing is given not as long as it should."""
    default, given = _lives(case)
    if default is None or default.right or default.as_days or default.as_seconds:
        return None
    if not any(reading.right for reading in given) or not -TOLERANCE < default.life < FAR:
        return None
    return {
        "life": duration(whole(default.life)),
        "due": duration(default.due),
        "lifetime": written(default),
    }


def falsy_lifetime(case: Case) -> Figures | None:
    """A lifetime of zero, or below, is taken for none; others are not."""
    default, given = _lives(case)
    off = [reading for reading in given if not reading.right]
    if not default or not off or len(off) == len(given):
        return None
    wrong = all(reading.due <= 0 and near(reading.life, default.life) for reading in off)
    what = "zero or less" if any(reading.due < 0 for reading in off) else "zero"
    return {"what": what, "life": duration(whole(default.life))} if wrong else None


def _lives(case: Case) -> tuple[Reading | None, list[Reading]]:
    """Give how long the token lives where no lifetime is given, and for each that is; those that are right included.

    Nothing is given where all of them are right: then there is nothing in them to explain.
    """
    unmet = {check.id for check in case.open(Claim)}
    found = {check.id: reading for check in case.checks if isinstance(check, Claim) and (reading := read(case, check))}
    plain = [reading for reading in found.values() if not reading.from_loading] if unmet & set(found) else []
    default = next((reading for reading in plain if not reading.given), None)
    return default, [reading for reading in plain if reading.given]
