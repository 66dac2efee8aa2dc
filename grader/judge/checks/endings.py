"""How a step ended, and how a request was answered."""

from __future__ import annotations

from http import HTTPStatus

from grader import verbs
from grader.evidence import item
from grader.judge import wording
from grader.judge.subject import Subject
from grader.text import clean, steady


def ends(check: verbs.Ends, subject: Subject) -> str | None:
    """The step ended as it should."""
    if check.ends == "returned":
        return None
    if subject.observation.end == "exited" and not subject.observation.step.as_script:
        return f"Expected {subject.named} to end with an error, but its exit code is 0, which means success."
    return f"Expected {subject.named} to end with an error, but it ran to its end."


def says(check: verbs.Says, subject: Subject) -> str | None:
    """The error says this; only what ended with one is asked: see `judging`."""
    reply = subject.observation.reply
    error = f"{reply.error.type} {reply.error.message}" if reply and reply.error else ""
    said = f"{error} {reply.complaint if reply else ''} {subject.observation.output}"
    if check.says.casefold() in said.casefold():
        return None
    words = wording.said(subject.observation)
    return f"Expected the error to name {check.says}, but it says {f'“{words}”' if words else 'nothing'}."


def answers(check: verbs.Answers, subject: Subject) -> str | None:
    """The request was answered with this status."""
    status = item(subject.observation.reply.value if subject.observation.reply else None, "status")
    observed = status.data if status else None
    if observed == check.answers:
        return None
    expected = f"Expected `{subject.observation.step.name}` to be answered with {_status(check.answers)}"
    success_due = check.answers < HTTPStatus.BAD_REQUEST
    reason = wording.because(subject.observation)
    if success_due:
        reason = reason or wording.refusal(subject.observation) or _words(subject, observed)
    return f"{expected}, but it is answered with {_status(observed)}{reason}."


def _words(subject: Subject, status: object) -> str:
    """Give the words with which a request was refused, where they say more than the status does."""
    content = item(subject.observation.reply.value if subject.observation.reply else None, "json")
    members = {key.data: value.data for key, value in content.pairs or ()} if content else {}
    told = members.get("detail") or next((each for each in members.values() if isinstance(each, str)), None)
    if not isinstance(told, str) or told in _status(status):
        return ""
    return f", saying “{clean(steady(told, subject.observation.step.bindings), 80)}”"


def _status(code: object) -> str:
    try:
        return f"{code} ({HTTPStatus(int(str(code))).phrase})"
    except ValueError:
        return clean(str(code), 20)
