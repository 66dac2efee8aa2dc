"""What came of a request or a call that asks to be let in, as the signatures of misconceptions look at it."""

from __future__ import annotations

from http import HTTPStatus

from grader import tokens
from grader.evidence import Observation, Value, item, plain
from grader.verbs import Answers, Check, Equals

SERVER_ERROR = HTTPStatus.INTERNAL_SERVER_ERROR
INVALID = 422
"""What FastAPI answers where a request has not what it looks for."""


def status_of(observation: Observation) -> int | None:
    """Give the status code of the answer to a request, None for what is no request."""
    status = item(_answer(observation), "status")
    return status.data if status and isinstance(status.data, int) else None


def json_of(observation: Observation) -> object:
    """Give the JSON of the answer to a request."""
    content = item(_answer(observation), "json")
    return plain(content) if content else None


def is_json(observation: Observation) -> bool:
    """Tell whether the answer is said to be JSON."""
    kind = item(item(_answer(observation), "headers"), "content-type")
    return kind is not None and "json" in str(kind.data)


def is_success(observation: Observation) -> bool:
    """Tell whether a request was answered with success."""
    return (status_of(observation) or SERVER_ERROR) < HTTPStatus.MULTIPLE_CHOICES


def lets_in(observation: Observation) -> bool:
    """Tell whether the answer gives what only a known user should get: a token, or the user's name."""
    content = json_of(observation)
    names_user = isinstance(content, dict) and "username" in content
    return is_success(observation) and (names_user or has_token(observation))


def has_token(observation: Observation) -> bool:
    """Tell whether there is a token anywhere in the JSON of the answer."""
    return bool(tokens.find(repr(json_of(observation))))


def is_accepted(observation: Observation) -> bool:
    """Tell whether a function gave something other than None, or a request was answered with no error."""
    if observation.end != "returned" or observation.reply is None or observation.reply.value is None:
        return False
    if observation.step.do == "request":
        return (status_of(observation) or SERVER_ERROR) < HTTPStatus.BAD_REQUEST
    return observation.reply.value.type != "NoneType"


def is_refusal(check: Check) -> bool:
    """Tell whether a check is about something that is to be refused."""
    if isinstance(check, Answers):
        return check.answers >= HTTPStatus.BAD_REQUEST
    return isinstance(check, Equals) and check.equals is None


def missed(observation: Observation) -> list[tuple[str, ...]]:
    """Give what FastAPI says that it misses in a request: for each thing where it looks, and what it is called."""
    content = json_of(observation)
    details = content.get("detail") if isinstance(content, dict) else None
    if status_of(observation) != INVALID or not isinstance(details, list):
        return []
    places = [detail.get("loc") for detail in details if isinstance(detail, dict)]
    return [tuple(map(str, place)) for place in places if isinstance(place, list) and place]


def named(status: int | None) -> str:
    """Name a status code: `401 (Unauthorized)`."""
    try:
        return f"{status} ({HTTPStatus(status or 0).phrase})"
    except ValueError:
        return str(status)


def _answer(observation: Observation) -> Value | None:
    return observation.reply.value if observation.reply and observation.step.do == "request" else None
