"""Misconceptions that show in a token's signature, header and claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader import tokens
from grader.judge.case import Case
from grader.judge.checks.hiding import secrets_of, shows
from grader.judge.signs import Figures
from grader.judge.signs.values import hard_coded_token
from grader.judge.subject import subject
from grader.text import clean
from grader.tokens import Token
from grader.values import resolve
from grader.verbs import Carries, Check, Claim, Encodes, Equals, Hides, Is, Payload, Verifies

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
IDENTITY = ("sub", "user_id", "userid", "uid", "id", "user")


def alg_none(case: Case) -> Figures | None:
    """The token is not signed."""
    unsigned = [token for token in _tokens(case, Verifies) if not token.signature or _algorithm(token) == "none"]
    return {"algorithm": case.algorithm} if unsigned else None


def hard_coded_secret(case: Case) -> Figures | None:
    """The token is signed with a text that stands in the file, not with the secret that was given."""
    for check, about in case.broken(Verifies):
        if about.token and tokens.verifies(about.token, case.literals, check.token.algorithms):
            return _key_due(case, check)
    return None


def _key_due(case: Case, check: Verifies) -> Figures:
    """Say which key the token should have been signed with: an argument's, a constant's or a variable's."""
    secret = str(check.token.secret)
    do = "Pass the secret on to encode under its own name, without quotes"
    if secret.startswith("@"):
        return {"due": f"`{case.rounds[0][secret[1:].partition('.')[0]].step.name}`", "do": do}
    variables = [name for o in case.evidence.observations for name in o.step.environment]
    if variables:
        do = f'Read it from the variable, with `os.environ["{variables[0]}"]`, and keep it out of the file'
        return {"due": f"the key in the variable `{variables[0]}`", "do": do}
    return {"due": "the secret that was given", "do": do}


def names_algorithm(case: Case) -> Figures | None:
    """An algorithm is named where the exercise is about leaving it out."""
    for check, about in case.broken(Encodes):
        named = [call for call in about.encodings if call.algorithm_named]
        if check.encode == "algorithm_omitted" and named and alg_none(case) is None:
            return {"where": f"line {named[0].line}" if named[0].line else "your code"}
    return None


def secret_in_payload(case: Case) -> Figures | None:
    """A password, its hash or the secret is in the payload, which anyone can read."""
    for check, about in case.broken(Hides):
        for claim, value in about.token.payload.items() if about.token else ():
            if any(shows([claim, value], secret) for secret in secrets_of(check, about)):
                return {"claim": clean(claim)}
    return None


def integer_sub(case: Case) -> Figures | None:
    """A number of the program's own making stands where the user's name should."""
    for token in _tokens(case, Carries):
        for claim, value in token.payload.items():
            if claim.lower() in IDENTITY and type(value) is int:
                return {"claim": clean(claim)}
    for claim, expected, token in _expected(case):
        if claim == "sub" and isinstance(expected, str) and type(token.payload.get(claim)) is int:
            return {"claim": claim}
    return None


def no_identity(case: Case) -> Figures | None:
    """Nothing in the token says whom it is for."""
    unknown = any(about.path == "json.username" and about.value for _, about in case.broken(Equals))
    return {} if unknown or (_tokens(case, Carries) and integer_sub(case) is None) else None


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


def _tokens(case: Case, kind: type[Check]) -> list[Token]:
    """Give the tokens of which such a check does not hold; a pasted token says nothing of what the program does."""
    pasted = hard_coded_token(case) is not None
    return [about.token for _, about in case.broken(kind) if about.token and not pasted]


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


def _algorithm(token: Token) -> str:
    return str(token.header.get("alg")).lower()
