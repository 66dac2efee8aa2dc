"""Misconceptions about keys that come in pairs: one signs, the other only checks."""

from __future__ import annotations

import re

from grader.judge.case import Case
from grader.judge.checks.claims import keys_of
from grader.judge.signs import Figures
from grader.judge.signs.signatures import hard_coded_secret
from grader.judge.signs.trust import observations
from grader.judge.signs.values import hard_coded_token
from grader.values import resolve
from grader.verbs import Header, Verifies


def symmetric_key(case: Case) -> Figures | None:
    """A key of a pair is used as the secret of HMAC when signing."""
    guarded = _signing_error(case, r"asymmetric key or x509 certificate and should not be used as an HMAC secret")
    algorithms = [
        str(about.token.header.get("alg"))
        for check, about in case.broken(Header)
        if check.header == "alg" and about.token and not str(resolve(check.equals, about.bindings)).startswith("HS")
    ]
    return {} if guarded or any(algorithm.startswith("HS") for algorithm in algorithms) else None


def signs_with_public(case: Case) -> Figures | None:
    """The public key is given to encode."""
    return {} if _signing_error(case, r"' object has no attribute 'sign'$") else None


def other_key_kind(case: Case) -> Figures | None:
    """The algorithm named is one for keys of another kind."""
    wrong_kind = _signing_error(case, r"Invalid Key type for|does not match the expected curve")
    return {} if wrong_kind else None


def new_key_pair(case: Case) -> Figures | None:
    """A token is signed with some private key, which is neither the one of the pair nor stands in the file."""
    for check, about in case.broken(Verifies):
        right_kind = about.token and about.token.header.get("alg") in check.token.algorithms
        if right_kind and any("PUBLIC KEY" in key for key in keys_of(check, about)):
            return {} if hard_coded_secret(case) is None and hard_coded_token(case) is None else None
    return None


def verifies_with_private(case: Case) -> Figures | None:
    """Good tokens are read, but not where the private key is of another pair."""
    if not case.asks_about("elsewhere"):
        return None
    steps = {name: [each[name] for each in case.rounds if name in each] for name in ("good", "elsewhere")}
    values = {name: [o.reply.value for o in found if o.reply and o.reply.value] for name, found in steps.items()}
    reads = [value.type != "NoneType" for value in values["good"]]
    reads_elsewhere = [value.type != "NoneType" for value in values["elsewhere"]]
    return {} if reads and all(reads) and any(steps["elsewhere"]) and not any(reads_elsewhere) else None


def _signing_error(case: Case, message: str) -> bool:
    """Tell whether the function that makes the token ended with such an error."""
    makes = {about.step.name for check in case.open(Verifies) for about in observations(case, check)}
    return bool(
        case.error and case.stopped and case.stopped.step.name in makes and re.search(message, case.error.message)
    )
