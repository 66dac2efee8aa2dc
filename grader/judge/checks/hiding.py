"""What gives a secret away: a token, an answer, or the texts of a file."""

from __future__ import annotations

from grader import tokens, verbs
from grader.evidence import plain, told_in_full
from grader.judge import wording
from grader.judge.checks.disguises import names, parts, shows
from grader.judge.subject import LITERALS, Subject
from grader.values import resolve


def hides(check: verbs.Hides, subject: Subject) -> str | None:
    """No claim, no part of an answer, or no text of the file gives this away."""
    hidden = secrets_of(check, subject)
    if subject.token is None and subject.value and not told_in_full(subject.value):
        return f"Expected {subject.named} to give no secret away, but it is too large to be looked through."
    if subject.token is None:
        whole = parts(plain(subject.value)) if subject.value else ()
        told = names if subject.path == LITERALS else shows
        leaves = (str(part) for part in whole if not isinstance(part, dict | list))
        seen = next((part for part in leaves if any(told(part, secret) for secret in hidden)), None)
        return (
            f"Expected {subject.named} to give no secret away, but {wording.quoted(seen, subject.bindings)} does."
            if seen is not None
            else None
        )
    found = shown_by(subject.token, hidden)
    if found is None:
        return None
    part, name = found
    what = f"the claim {wording.quoted(name, subject.bindings)}"
    if part == "header":
        what = f"its member {wording.quoted(name, subject.bindings)}"
    return f"Expected a {part} that anyone may read, but {what} gives a secret away."


def shown_by(token: tokens.Token, hidden: list[str]) -> tuple[str, str] | None:
    """Tell which part of a token shows a secret, and under which name."""
    shown = [secret for secret in hidden if shows([token.payload, token.header], secret)]  # most often, none is
    named = [("payload", *claim) for claim in token.payload.items()] + [("header", *m) for m in token.header.items()]
    found = ((part, name) for part, name, value in named if any(shows([name, value], secret) for secret in shown))
    return next(found, None)


def secrets_of(check: verbs.Hides, subject: Subject) -> list[str]:
    """Give the texts that must not be shown."""
    texts = (check.hides,) if isinstance(check.hides, str) else check.hides
    return [str(text) for text in resolve(texts, subject.bindings)]
