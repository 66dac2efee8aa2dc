"""Misconceptions that show in how a token is signed: not at all, with which key, and who chose the algorithm."""

from __future__ import annotations

from grader import tokens
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.values import tokens_of
from grader.tokens import Token
from grader.verbs import Encodes, Header, Verifies


def alg_none(case: Case) -> Figures | None:
    """The token is not signed."""
    signed = (*tokens_of(case, Verifies), *tokens_of(case, Header))
    unsigned = [token for token in signed if not token.signature or _algorithm(token) == "none"]
    return {"algorithm": case.algorithm} if unsigned else None


def hard_coded_secret(case: Case) -> Figures | None:
    """The token is signed with a text that stands in the file, not with the secret that was given."""
    for check, about in case.broken(Verifies):
        if about.token and tokens.verifies(about.token, case.literals, check.token.algorithms):
            return _key_due(case, check)
    return None


def _key_due(case: Case, check: Verifies) -> Figures:
    """Say which key the token should have been signed with: an argument's, a constant's, a variable's, or this text."""
    secret = str(check.token.secret)
    do = "Pass the secret on to encode under its own name, without quotes"
    if secret.startswith("@"):
        return {"due": f"`{case.rounds[0][secret[1:].partition('.')[0]].step.name}`", "do": do}
    variables = [name for o in case.evidence.observations for name in o.step.environment]
    if variables:
        do = f'Read it from the variable, with `os.environ["{variables[0]}"]`, and keep it out of the file'
        return {"due": f"the key in the variable `{variables[0]}`", "do": do}
    if not check.token.variables:
        do = "Give encode the variable that holds it, without quotes, and leave its text as it was"
        return {"due": "the secret that the exercise gives", "do": do}
    return {"due": "the secret that was given", "do": do}


def names_algorithm(case: Case) -> Figures | None:
    """An algorithm is named where the exercise is about leaving it out."""
    for check, about in case.broken(Encodes):
        named = [call for call in about.encodings if call.algorithm_named]
        if check.encode == "algorithm_omitted" and named and alg_none(case) is None:
            return {"where": f"line {named[0].line}" if named[0].line else "your code"}
    return None


def _algorithm(token: Token) -> str:
    return str(token.header.get("alg")).lower()
