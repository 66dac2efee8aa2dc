"""A value: its type, what it equals, and how long it is; and whether a call changed what it was given."""

from __future__ import annotations

from datetime import timedelta

from grader import verbs
from grader.evidence import plain
from grader.judge import wording
from grader.judge.checks.difference import same, told_apart
from grader.judge.subject import Subject
from grader.values import resolve


def is_of_type(check: verbs.Is, subject: Subject) -> str | None:
    """It is exactly of this type."""
    wanted = {"datetime": "datetime.datetime", "token": "str"}.get(check.is_, check.is_)
    if subject.value and subject.value.type == wanted and (check.is_ != "token" or subject.token):
        return None
    expected = "a token and nothing else" if check.is_ == "token" else wording.KINDS[wanted]
    return f"Expected {subject.named} to be {expected}, but it is {wording.seen(subject)}."


def equals(check: verbs.Equals, subject: Subject) -> str | None:
    """It equals this, types included."""
    expected = resolve(check.equals, subject.bindings)
    if subject.value and same(plain(subject.value), expected):
        return None
    observed = plain(subject.value) if subject.value else None
    told = told_apart(expected, observed, subject.bindings, found=wording.seen(subject))
    reason = wording.refusal(subject.observation) if observed is None else ""
    return f"Expected {subject.named} to be {told}{reason}."


def differs(check: verbs.Differs, subject: Subject) -> str | None:
    """It is there, and another than this."""
    if subject.value is None:
        return f"Expected {subject.named}, but there is none."
    if same(plain(subject.value), resolve(check.differs, subject.bindings)):
        return f"Expected {subject.named} to be another one each time, but it is the same again."
    return None


def has_min_bytes(check: verbs.MinBytes, subject: Subject) -> str | None:
    """It is a text or bytes of at least this length."""
    value = subject.value
    if value is None or value.type not in ("str", "bytes"):
        return f"Expected {subject.named} to be a text, but it is {wording.seen(subject)}."
    length = len(value.data.encode("utf-8", "replace")) if isinstance(value.data, str) else value.size or 0
    if length >= check.min_bytes:
        return None
    return f"Expected {subject.named} to have at least {check.min_bytes} bytes, but it has {length}."


def keeps(_check: verbs.Keeps, subject: Subject) -> str | None:
    """The call left its arguments as they were."""
    step, reply = subject.observation.step, subject.observation.reply
    arguments = reply.arguments if reply else ()
    kept = len(arguments) == len(step.args) and all(
        isinstance(given, timedelta) or same(plain(left), given)  # which nobody can change
        for left, given in zip(arguments, step.args, strict=True)
    )
    if kept:
        return None
    return f"Expected {subject.named} to leave its arguments as they were, but it changed them: work on a copy."
