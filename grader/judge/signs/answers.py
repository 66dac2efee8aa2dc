"""What the answer to a request says, as the signatures of misconceptions look at it."""

from __future__ import annotations

from http import HTTPStatus

from grader import tokens
from grader.evidence import Value, item, plain
from grader.judge.subject import Subject
from grader.verbs import Answers

SERVER_ERROR = HTTPStatus.INTERNAL_SERVER_ERROR


def status_of(about: Subject) -> int | None:
    """Give the status code of the answer to a request, None for what is no request."""
    status = item(_answer(about), "status")
    return status.data if status and isinstance(status.data, int) else None


def json_of(about: Subject) -> object:
    """Give the JSON of the answer to a request."""
    content = item(_answer(about), "json")
    return plain(content) if content else None


def lets_in(about: Subject) -> bool:
    """Tell whether the answer gives what only a known user should get: a token, or the user's name."""
    content = json_of(about)
    names_user = isinstance(content, dict) and "username" in content
    success = (status_of(about) or SERVER_ERROR) < HTTPStatus.MULTIPLE_CHOICES
    return success and (names_user or has_token(about))


def has_token(about: Subject) -> bool:
    """Tell whether there is a token anywhere in the JSON of the answer."""
    return bool(tokens.find(repr(json_of(about))))


def is_json(about: Subject) -> bool:
    """Tell whether the answer is said to be JSON."""
    headers = item(_answer(about), "headers")
    kind = item(headers, "content-type")
    return kind is not None and "json" in str(kind.data)


def is_refusal(check: Answers) -> bool:
    """Tell whether the answer that is due is to refuse the request."""
    return check.answers >= HTTPStatus.BAD_REQUEST


def named(status: int | None) -> str:
    """Name a status code: `401 (Unauthorized)`."""
    try:
        return f"{status} ({HTTPStatus(status or 0).phrase})"
    except ValueError:
        return str(status)


def _answer(about: Subject) -> Value | None:
    reply = about.observation.reply
    return reply.value if reply and about.observation.step.do == "request" else None
