"""Misconceptions that show in a token's claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.judge.case import Case
from grader.judge.checks.hiding import secrets_of, shown_by
from grader.judge.signs import Figures
from grader.judge.signs.values import fixed_answer, hard_coded_token, tokens_of
from grader.judge.subject import subject
from grader.text import clean
from grader.tokens import Token
from grader.values import resolve
from grader.verbs import Carries, Claim, Equals, Hides, Is, Payload

LOOK_ALIKES = {
    "exp": "exp.*|ttl|valid.*|until",
    "user_id": "user.*|id|uid|sub.*",
    "sub": "sub.*|user.*|name|id|uid|email|login",
    "iss": "iss|issuer",
    "iat": "iat|issued.*|created.*",
    "nbf": "nbf|not.*",
}
"""Patterns of words that a claim's name may be made of when it is meant to be this one."""
MOMENTS = ("exp", "iat", "nbf")
REGISTERED = {"iss", "sub", "aud", "iat", "nbf", "jti"}
"""What every token of the exercise should have, but for `exp`, which has a label of its own (RFC 7519 §4.1)."""
USERNAME = "json.username"
IDENTITY = ("sub", "user_id", "userid", "uid", "id", "user")


def secret_in_payload(case: Case) -> Figures | None:
    """A password, its hash or the secret is in the payload, which anyone can read."""
    for check, about in case.broken(Hides):
        found = shown_by(about.token, secrets_of(check, about)) if about.token else None
        if found:
            part, name = found
            what = f"The claim `{clean(name)}`" if part == "payload" else f"`{clean(name)}` in the header"
            return {"what": what, "part": part}
    return None


def integer_sub(case: Case) -> Figures | None:
    """A number of the program's own making stands where the user's name should."""
    for token in tokens_of(case, Carries):
        for claim, value in token.payload.items():
            if claim.lower() in IDENTITY and _is_number(value):
                return {"claim": clean(claim)}
    for claim, expected, token in _expected(case):
        if claim == "sub" and isinstance(expected, str) and _is_number(token.payload.get(claim)):
            return {"claim": claim}
    return None


def no_identity(case: Case) -> Figures | None:
    """Nothing in the token says whom it is for."""
    told = (about.value for _, about in case.broken(Equals) if about.path == USERNAME)
    unknown = any(value and value.data not in _users(case) for value in told)
    return {} if unknown or (tokens_of(case, Carries) and integer_sub(case) is None) else None


def fixed_user(case: Case) -> Figures | None:
    """A token names another user than the one who was given it."""
    if fixed_answer(case) is not None:
        return None
    for check, about in case.broken(Equals):
        found = about.value.data if about.value else None
        if about.path == USERNAME and found in _users(case):
            return {"request": about.observation.step.name, "found": str(found), "due": str(check.equals)}
    return None


def string_user_id(case: Case) -> Figures | None:
    """A number became a text on its way into the token."""
    for claim, expected, token in _expected(case):
        observed = token.payload.get(claim)
        if type(expected) is int and isinstance(observed, str) and observed.strip() == str(expected):
            return {"claim": claim}
    return None


def missing_claim(case: Case) -> Figures | None:
    """A claim that every token should have is not there, under no name that looks like it."""
    steps = [observation.step for observation in case.evidence.observations]
    handed_over = {name for step in steps for arg in step.args if isinstance(arg, dict) for name in arg}
    missing = [
        claim
        for claim, token in _wanted(case)
        if claim in REGISTERED - {*token.payload, *handed_over}
        and not any(_looks_like(name, claim) for name in token.payload)
    ]
    return {"claims": ", ".join(f"`{claim}`" for claim in dict.fromkeys(missing))} if missing else None


def wrong_claim_name(case: Case) -> Figures | None:
    """A claim is there under a name that nobody looks for."""
    for claim, _, token in _expected(case):
        payload = token.payload.items()
        others = [name for name, value in payload if name != claim and _looks_like(name, claim) and _is_one(value)]
        if claim not in token.payload and others:
            return {"claim": claim, "other": clean(others[0])}
    return None


def no_exp(case: Case) -> Figures | None:
    """The token has no expiry, under whatever name."""
    for claim, _, token in _expected(case):
        if claim == "exp" and not any(_looks_like(name, claim) for name in token.payload):
            return {}
    return None


def string_exp(case: Case) -> Figures | None:
    """The expiry, or another moment, is a text, which no library can compare with the time."""
    for claim, _, token in _expected(case):
        if claim in MOMENTS and isinstance(token.payload.get(claim), str):
            return {"claim": claim}
    return None


def _is_number(value: object) -> bool:
    """Tell whether a value is a whole number, or the text of one."""
    return type(value) is int or (isinstance(value, str) and value.isdecimal())


def _users(case: Case) -> set[object]:
    """Give the users whom an exercise knows: those whom its tokens should be about."""
    checks = (check for check in case.checks if isinstance(check, Equals))
    return {check.equals for check in checks for of in check.paths if of.endswith(f".{USERNAME}")}


def _expected(case: Case) -> Iterator[tuple[str, object, Token]]:
    """Yield each claim that should be in a token, what it should be, and the token."""
    if hard_coded_token(case) is not None:
        return
    for check, about in case.broken(Claim):
        if about.token:
            yield check.claim, resolve(check.equals, about.bindings), about.token
    for whole, about in case.broken(Payload):
        for claim, expected in resolve(whole.payload, about.bindings).items():
            if about.token:
                yield claim, expected, about.token


def _is_one(value: object) -> bool:
    """Tell whether a value is a claim's, and not a whole payload that got into one claim."""
    return not isinstance(value, dict) and not (isinstance(value, str) and value.lstrip().startswith("{"))


def _wanted(case: Case) -> Iterator[tuple[str, Token]]:
    """Yield each claim that should be in a token, if only by a path that leads to it, and the token."""
    for claim, _, token in _expected(case):
        yield claim, token
    for _, about in () if hard_coded_token(case) is not None else case.broken(Is):
        *keys, last = about.path.split(".")
        whole = subject(about.observation, ".".join(keys[:-1]), about.bindings)
        if keys and keys[-1] == "payload" and whole.token:
            yield last, whole.token


def _looks_like(name: str, claim: str) -> bool:
    words = [name.lower(), *re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower())]
    return any(re.fullmatch(LOOK_ALIKES.get(claim, f"{claim}.*"), word) for word in words)
