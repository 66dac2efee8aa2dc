"""Requests that were let in and should not have been: each token was made by us, so what is wrong is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader import tokens
from grader.judge.case import Case
from grader.judge.checks.moments import finite
from grader.judge.signs.answers import is_refusal, lets_in
from grader.judge.subject import Subject
from grader.tokens import Token
from grader.verbs import Answers

WHO_ASKS = (401, 403)
"""Refusals for want of a token: others, such as 404, have other reasons."""


@dataclass(frozen=True)
class Admission:
    """A request that was let in and should not have been; all that may be wrong with it, without an order."""

    about: Subject
    due: int
    token: Token | None

    @property
    def is_anonymous(self) -> bool:
        """Tell whether nothing was sent that might say who asks, where that is what the refusal is about."""
        sends = self.about.observation.step.sends
        shown = {"authorization", "cookie"} & {str(name).casefold() for name in sends.get("headers") or ()}
        return self.due in WHO_ASKS and not (sends.get("bearer") is not None or sends.get("json") or shown)

    @property
    def scheme(self) -> str:
        """The word before the token."""
        return str(self.about.observation.step.sends.get("scheme"))

    @property
    def algorithm(self) -> str:
        """What the token says that it is signed with."""
        return str(self.token.header.get("alg")) if self.token else ""

    @property
    def is_genuine(self) -> bool:
        """Tell whether the signature is good, by whatever algorithm."""
        keys = [key for key in self.about.bindings.values() if isinstance(key, str)]
        return self.token is not None and (
            self.algorithm == "none" or tokens.verifies(self.token, keys, ("HS256", "HS384", "HS512"))
        )

    @property
    def claims(self) -> Mapping[str, object]:
        """What the token says."""
        return self.token.payload if self.token else {}

    @property
    def expired_for(self) -> float | None:
        """Give the seconds since the token expired, None if it has not."""
        exp = self.token.payload.get("exp") if self.token else None
        seconds = finite(exp) if isinstance(exp, int | float) else None
        passed = self.about.observation.step.at - seconds if seconds is not None else -1.0
        return passed if passed >= 0 else None


def admissions(case: Case) -> list[Admission]:
    """Give all requests that were let in and should not have been; a form is a login, which is another matter."""
    broken = ((check.answers, about) for check, about in case.broken(Answers) if is_refusal(check))
    let_in = ((due, about, about.observation.step.sends) for due, about in broken if lets_in(about.observation))
    return [
        Admission(about, due, tokens.read(sends.get("bearer"))) for due, about, sends in let_in if not sends.get("form")
    ]
