"""Misconceptions about tokens that come in pairs, one to open doors and one to fetch new ones, and about their ids.

The ids of the steps say which token was sent where: `me_with_refresh`, `refresh_with_access`, `reused`.
"""

from __future__ import annotations

import itertools
from datetime import timedelta

from grader.judge.case import Case
from grader.judge.checks.moments import finite
from grader.judge.signs import Figures
from grader.judge.signs.answers import status_of
from grader.judge.signs.readings import near
from grader.judge.signs.trust import accepted, unverified_decode
from grader.values import moment
from grader.verbs import Claim, Differs, MinBytes

OK, UNAUTHORIZED = 200, 401
NEW = "refreshed"
"""The step that fetches new tokens; another is `other_refreshed`, for another login."""


def fixed_jti(case: Case) -> Figures | None:
    """What should be the only one of its kind comes again: an id, or the refresh token of another login."""
    for check, about in case.broken(Differs):
        repeats = about.value is not None and about.observation.step.id != NEW
        if repeats and about.path.endswith("jti"):
            when = "one from before the restart" if "restart" in check.id else "another one of the same moment"
            return {"what": f"A new token has the same `jti` as {when}"}
        if repeats and about.path.endswith("refresh_token"):
            return {"what": "Two logins of the same user, at the same moment, were given the same refresh token"}
    if any(about.path.endswith("jti") and about.value for _, about in case.broken(MinBytes)):
        return {"what": "A `jti` of so few characters comes a second time sooner or later"}
    return None


def same_lifetime(case: Case) -> Figures | None:
    """Two tokens that should live differently long live equally long."""
    lives: dict[float, list[float]] = {}
    for check in case.checks if any(case.open(Claim)) else ():
        due = moment(check.equals, 0.0) if isinstance(check, Claim) and check.claim == "exp" else None
        for about in case.subjects(check) if due is not None else ():
            if any(isinstance(arg, timedelta) for arg in about.observation.step.args):
                return None  # who is given a lifetime may do with it as is asked elsewhere
            told = about.token.payload.get("exp") if about.token else None
            exp = finite(told) if isinstance(told, int | float) and not isinstance(told, bool) else None
            if due is not None and exp is not None:
                lives.setdefault(due, []).append(exp - about.observation.step.at)
    pairs = itertools.combinations(lives.values(), 2)
    return {} if any(near(one, *others) for some, others in pairs for one in some) else None


def tokens_interchangeable(case: Case) -> Figures | None:
    """A token of one kind is accepted where only the other should be."""
    at_me, at_refresh = accepted(case, "^me_with_refresh$"), accepted(case, "^refresh_with_access$")
    at_last = accepted(case, "^me_with_old_refresh$")
    if unverified_decode(case) is not None or not (at_me or at_refresh or at_last):
        return None
    if not (at_me or at_refresh):
        return {"what": "A refresh token opens `GET /me` when it is about to expire"}
    if at_me and at_refresh:
        return {"what": "Either kind of token is accepted in the place of the other"}
    return {"what": "A refresh token opens `GET /me`" if at_me else "An access token fetches new tokens"}


def refresh_not_rotated(case: Case) -> Figures | None:
    """The answer to a refresh token brings no new one: it is the same, or there is none."""
    for _, about in case.broken(Differs):
        if about.observation.step.id == NEW and status_of(about.observation) == OK:
            return {"what": "no refresh token" if about.value is None else "the same refresh token again"}
    return None


def refresh_reusable(case: Case) -> Figures | None:
    """A refresh token works a second time, although there is a new one."""
    other = unverified_decode(case) is not None or refresh_not_rotated(case) is not None
    return {} if accepted(case, "^reused(_again)?$") and not other else None


def logins_mixed(case: Case) -> Figures | None:
    """Of two logins of the same user, with a refresh token each, only one can refresh."""
    if fixed_jti(case) is not None:
        return None
    for each in case.rounds:
        codes = {status_of(each[step]) for step in (NEW, f"other_{NEW}") if step in each}
        if codes == {OK, UNAUTHORIZED}:
            return {}
    return None
