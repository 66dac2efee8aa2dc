"""Misconceptions about which tokens can be trusted: what was accepted, refused or stumbled over that should not be.

A check for None, or for a status of 400 and above, is about something that is to be refused; the ids of the steps
say what is wrong with it (`other_audience`, `no_jti`, `expired`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader import tokens
from grader.evidence import Error, Observation, plain
from grader.judge import wording
from grader.judge.case import Case
from grader.judge.signs import Figures, signatures
from grader.judge.signs.answers import is_accepted, is_refusal, lets_in
from grader.text import clean, steady
from grader.verbs import Answers, Check, Decodes, Equals

FORGED = "other_key|tampered|unsigned"
FORGED_UNLESS_UNSIGNED = "other_key|tampered"
AS_SECRET = "public_as_secret|private_as_secret"  # noqa: S105 - ids of steps
GUARDS = "should not be used as an HMAC secret|Expected a string"
"""What PyJWT says when a key of a pair, or its object, is used as the secret of HMAC."""
NONE_ALLOWED = 'When alg = "none"'
OPTIONAL = ("sub", "iat", "nbf", "exp", "jti")
"""Claims that PyJWT does not look for unless it is told to."""
CATCH = (
    "Catch the errors of decode and refuse there; all of them are kinds of `jwt.PyJWTError`. Of claims that may be "
    "missing, ask with `claims.get(...)`."
)
LETS_IN = {"request": "`{}` lets it in"}
GIVES = "`{}(...)` gives something other than None"
NO_CLAIM = f"^no_({'|'.join(OPTIONAL)})$"


def stumbles(case: Case) -> Figures | None:
    """What is wrong with a token comes out as an error, where good ones are dealt with."""
    others = AS_SECRET if key_confusion(case) is None else f"{AS_SECRET}|unsigned"
    if accepted(case, NO_CLAIM):  # then what is missing has to be asked for, and no error to be caught
        others += f"|{NO_CLAIM}"
    fine = {o.step.name for o in _of(case, refusals=False)} - {o.step.name for o, _ in errors_of(case, refusals=False)}
    for observation, error in errors_of(case, refusals=True):
        noted = error.message.startswith(NONE_ALLOWED)
        if observation.step.name in fine and not noted and not re.search(others, observation.step.id):
            what = f"`{observation.step.name}` does not refuse what is wrong with a token: it stumbles over it"
            place = wording.place(case.evidence.file, error)
            return {"what": what, "where": place, "error": clean(name_of(error)), "advice": CATCH}
    return None


def refusal_ignored(case: Case) -> Figures | None:
    """Decode refuses a token, and what comes of it is no refusal."""
    for observation in ignored(case):
        error = observation.reply.refusals[0] if observation.reply else None
        return {
            "error": clean(steady(error.message, observation.step.bindings)).rstrip(".") if error else "",
            "what": LETS_IN.get(observation.step.do, GIVES).format(observation.step.name),
        }
    return None


def ignored(case: Case) -> list[Observation]:
    """Give what was accepted although decode had refused the token, unless it was read in another way after that."""
    refusals = [o for check in case.open(Check) if is_refusal(check) for o in observations(case, check)]
    let_in = [o for o in refusals if o.reply and o.reply.refusals and _is_let_in(o)]
    unread = [o for o in let_in if not _is_read(o)]
    return [*unread, *(o for o in let_in if o not in unread)] if unread else []


def unverified_decode(case: Case) -> Figures | None:
    """A token is accepted that somebody else has made or changed."""
    return {} if accepts_forged(case) else None


def key_confusion(case: Case) -> Figures | None:
    """A token signed with the text of a key of a pair as an HMAC secret is accepted, or got as far as PyJWT's guard."""
    if unverified_decode(case) is not None:
        return None
    if accepted(case, AS_SECRET):
        return {"how": "was accepted"}
    guarded = [o for o, error in errors_of(case, refusals=True) if re.search(GUARDS, error.message)]
    caught = any(check.id in case.failed for check, _ in case.broken(Decodes))
    if caught or any(re.search(AS_SECRET, observation.step.id) for observation in guarded):
        return {"how": "got as far as PyJWT's last guard, which raised an error"}
    return None


def refuses_good_token(case: Case) -> Figures | None:
    """A function that returns None for what it refuses returns it for whatever it is given."""
    if signatures.hard_coded_secret(case) is not None and any("PUBLIC KEY" in text for text in case.literals):
        return None  # a whole pair stands in the file, and what others have signed is refused with good reason
    judged = [o for o in _of(case, refusals=False, kind=Equals) if o.step.name in _refusing(case)]
    given = [o for o in (*judged, *_of(case, refusals=True, kind=Equals)) if o.step.do == "call"]
    refused = [o for o in given if o.reply and o.reply.value and o.reply.value.type == "NoneType"]
    return {"function": given[0].step.name} if judged and len(refused) == len(given) else None


def accepts_forged(case: Case, *, bearers: bool = True) -> bool:
    """Tell whether a token was accepted that is forged. Who signs none cannot tell one from the same, made anew."""
    forged = FORGED if signatures.alg_none(case) is None else FORGED_UNLESS_UNSIGNED
    return accepted(case, forged, bearers=bearers)


def accepted(case: Case, steps: str, *, bearers: bool = True) -> bool:
    """Tell whether something was accepted that is to be refused, of the steps whose ids this pattern finds.

    A check that was skipped says nothing: where tokens get a wrong `exp`, say, none may have expired. Without
    `bearers`, requests that carry a token in their header are left out.
    """
    of_failed = [
        o for check in case.checks if check.id in case.failed and is_refusal(check) for o in observations(case, check)
    ]
    unread = ignored(case)
    asked = (o for o in of_failed if o not in unread and (bearers or o.step.sends.get("bearer") is None))
    return any(is_accepted(o) and re.search(steps, o.step.id) for o in asked)


def _is_let_in(observation: Observation) -> bool:
    return lets_in(observation) if observation.step.do == "request" else is_accepted(observation)


def _is_read(observation: Observation) -> bool:
    """Tell whether the answer names whom the token that was sent is about, or nothing can be said of that."""
    sends = observation.step.sends
    sent = [sends.get("bearer"), *(sends.get("json") or {}).values(), *observation.step.args]
    users = [token.payload.get("sub") for token in map(tokens.read, sent) if token]
    answer = repr(plain(observation.reply.value)) if observation.reply and observation.reply.value else ""
    told = [answer, *(repr(token.payload) for token in map(tokens.read, tokens.find(answer)) if token)]
    return not any(isinstance(user, str) and not any(user in text for text in told) for user in users)


def _of(
    case: Case, *, refusals: bool, kind: type[Answers | Equals] | tuple[type[Check], ...] = (Answers, Equals)
) -> list[Observation]:
    """Give what the checks are about that demand a refusal, or an answer, in each round."""
    demanding = _demanding(case, refusals=refusals, kind=kind)
    return [observation for check in demanding for observation in observations(case, check)]


def _demanding(
    case: Case, *, refusals: bool, kind: type[Answers | Equals] | tuple[type[Check], ...] = (Answers, Equals)
) -> list[Check]:
    return [check for check in case.checks if isinstance(check, kind) and is_refusal(check) == refusals]


def observations(case: Case, check: Check) -> list[Observation]:
    """Give what came of each step that a check is about, in each round."""
    return [each[of.partition(".")[0]] for each in case.rounds for of in check.paths]


def errors_of(case: Case, *, refusals: bool) -> Iterator[tuple[Observation, Error]]:
    """Yield the errors that came out of what should refuse, or of what should not, unless another check comes first."""
    for check in _demanding(case, refusals=refusals):
        for observation in observations(case, check) if check.id not in case.skipped else ():
            if observation.reply and observation.reply.error:
                yield observation, observation.reply.error


def name_of(error: Error) -> str:
    """Give the bare name of an exception."""
    return error.type.rpartition(".")[2]


def _refusing(case: Case) -> set[str]:
    """Name the functions of which None is the right answer to something."""
    return {observation.step.name for observation in _of(case, refusals=True, kind=Equals)}
