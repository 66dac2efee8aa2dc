"""Misconceptions that show in which tokens an application accepts, and why decode refuses those that are good."""

from __future__ import annotations

from collections.abc import Iterator

from grader.evidence import Error
from grader.judge.case import Case
from grader.judge.signs import Figures, signatures, trust
from grader.judge.signs.admissions import Admission, admissions
from grader.judge.signs.answers import is_refusal
from grader.judge.signs.depends import missing_depends
from grader.judge.signs.starts import HMAC
from grader.judge.signs.trust import NONE_ALLOWED
from grader.judge.signs.uncaught import NO_ALGORITHMS
from grader.judge.subject import Subject
from grader.text import clean, steady
from grader.verbs import Answers, Equals

AGREED = "HS256"
SAY = 'Say it in each call of decode: `algorithms=["{}"]`, a list, with exactly this name.'
READ = "decode checks a token, which takes its key. To read the header, `get_unverified_header(token)` is enough."
OTHERS = ("hs384", "hs512")
"""Ends of the ids of steps with a token that the right key has signed, by another algorithm."""
NEARLY = ("part_of_a_name", "longer_name", "other_capitals", "spaces_around")
"""The ids of steps with a token for what is only nearly a user's name."""
MUCH = 3600.0
"""Seconds: a token is long expired after this, and no tolerance for clocks that differ explains why it is accepted."""
SIGNATURE = "InvalidSignatureError"
MANGLED = ("Invalid header", "Not enough segments", "Invalid crypto padding", "Invalid payload", "Invalid token type")


def no_algorithms(case: Case) -> Figures | None:
    """Decode was not told which algorithms are allowed, so that it refuses every token."""
    if signatures.alg_none(case) is not None:  # decode does well to refuse what is not signed
        return None
    for about, error in _refused(case):
        if "algorithms" in error.message or "alg value is not allowed" in error.message:
            return {"error": _message(about, error), "algorithm": case.algorithm, "advice": SAY.format(case.algorithm)}
    if case.error and case.error.message.startswith(NO_ALGORITHMS):
        reads_header = any(check.equals in HMAC for check in case.open(Equals))
        advice = READ if reads_header else SAY.format(case.algorithm)
        return {"error": clean(case.error.message), "algorithm": case.algorithm, "advice": advice}
    return None


def wrong_secret(case: Case) -> Figures | None:
    """Decode was given another key than the one that the tokens are signed with."""
    for _, error in _refused(case):
        if error.type.endswith(SIGNATURE):
            return {"line": f"line {error.line}" if error.line else "your code"}
    return None


def bearer_prefix(case: Case) -> Figures | None:
    """The header is read by hand: the word Bearer goes to decode with the token, or any other word is taken for it."""
    if missing_depends(case) is not None:
        return None
    for about, error in _refused(case):
        if error.message.startswith(MANGLED):
            return {"what": f"what decode was given is not the token alone ({_message(about, error)})"}
    for accepted in _checked(case):
        if accepted.token and accepted.scheme != "Bearer":
            return {"what": f"a token after the word {accepted.scheme} is taken as well"}
    return None


def unprotected(case: Case) -> Figures | None:
    """Who sends no token at all is let in."""
    anonymous = (accepted for accepted in admissions(case) if accepted.is_anonymous)
    return next(({"request": accepted.about.observation.step.name} for accepted in anonymous), None)


def unverified_decode(case: Case) -> Figures | None:
    """The payload is read, and nobody looks at the signature."""
    seen = any(each.token and not each.is_genuine for each in _checked(case))
    return {} if seen or trust.accepts_forged(case, bearers=False) else None


def trusts_header(case: Case) -> Figures | None:
    """The algorithm is taken from the token's header, or more are allowed than were agreed on."""
    if unverified_decode(case) is not None or no_algorithms(case) is not None:
        return None
    others = [each.algorithm for each in _checked(case) if each.token and each.algorithm != AGREED]
    others += [name.upper() for name in OTHERS if trust.accepted(case, f"{name}$", bearers=False)]
    replies = [about.observation.reply for _, about in case.broken(Answers)]
    if any(error.message.startswith(NONE_ALLOWED) for reply in replies if reply for error in reply.refusals):
        others.append("none")
    return {"algorithm": clean(others[0])} if others else None


def accepts_expired(case: Case) -> Figures | None:
    """A token is accepted after the moment at which it expires."""
    if unverified_decode(case) is not None:
        return None
    return {} if any(each.expired_for is not None for each in _checked(case)) else None


def exp_not_required(case: Case) -> Figures | None:
    """A token that never expires is accepted."""
    accepted = _checked(case)
    never_looked_at = any((each.expired_for or 0) > MUCH for each in accepted)
    if never_looked_at or unverified_decode(case) is not None:
        return None
    return {} if any(each.token and "exp" not in each.token.payload for each in accepted) else None


def user_not_looked_up(case: Case) -> Figures | None:
    """A token for somebody who is no user is accepted."""
    for each in _checked(case):
        sub = each.claims.get("sub")
        if each.token and sub == each.about.bindings.get("$stranger"):
            return {"why": "it was signed, and its user was not looked up"}
        if each.about.observation.step.id in NEARLY:
            return {"why": f"the name in it, {clean(str(sub), 40)!r}, is not that of a user as it is written"}
    return None


def sub_not_checked(case: Case) -> Figures | None:
    """A token that does not say whom it is about is accepted."""
    if user_not_looked_up(case) is not None:
        return None
    for each in _checked(case):
        if each.token and not isinstance(each.token.payload.get("sub"), str):
            return {"found": "is no text" if "sub" in each.token.payload else "is missing"}
    return None


def _checked(case: Case) -> list[Admission]:
    """Give those that say how tokens are checked: none where no token is asked for, or no refusal of decode counts."""
    if unprotected(case) is not None:
        return []
    unread = trust.ignored(case)
    return [each for each in admissions(case) if each.about.observation not in unread]


def _refused(case: Case) -> Iterator[tuple[Subject, Error]]:
    """Yield what decode raised where a good token was sent and is not let in."""
    for check, about in case.broken(Answers):
        if not is_refusal(check) and about.observation.reply:
            yield from ((about, error) for error in about.observation.reply.refusals)


def _message(about: Subject, error: Error) -> str:
    return clean(steady(error.message, about.observation.step.bindings)).rstrip(".")
