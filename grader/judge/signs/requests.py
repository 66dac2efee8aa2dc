"""Misconceptions that show in how an application answers requests: where, to what, and with which status.

What was sent is looked up in the step itself, so that a signature holds for any exercise that sends such a request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus

from grader.evidence import Observation
from grader.judge.case import Case
from grader.judge.checks.challenges import AUTHENTICATE
from grader.judge.signs import Figures
from grader.judge.signs.answers import INVALID, SERVER_ERROR, is_refusal, json_of, lets_in, missed, named, status_of
from grader.judge.signs.depends import missing_depends
from grader.judge.subject import subject
from grader.text import clean
from grader.verbs import Answers, Challenges

NO_SUCH_PATH = ({"detail": "Not Found"}, {"detail": "Method Not Allowed"})
"""What Starlette itself answers, where no function of the program is reached."""
NOT_AUTHENTICATED = {"detail": "Not authenticated"}
"""What FastAPI's own classes for security answer where there is no token in the header."""
MEANINGS: Mapping[int, str] = {
    401: "401 means that nobody is logged in",
    403: "403 means that it is known who asks, and that they may not do this",
    404: "404 means that there is no such thing",
    409: "409 means that it does not go together with what is there already",
}
RAISE = "what is returned has the status 200: raise `HTTPException(status_code={}, ...)` instead."
GIVE = "answer with `status_code={}` there."
BY_ITSELF = (
    "FastAPI gives this answer by itself where a parameter finds nothing in the request: take the token with "
    '`Depends(OAuth2PasswordBearer(tokenUrl="token"))`, which answers with 401 where there is none.'
)
RETURN = "What is returned has the status 200 by itself, so leave `status_code` out where all went well."
DECLARE = "Say so where the path is declared: `@app.post(..., status_code={})`."
FIELDS = {"body": "among the fields of the body", "query": "in the address, after a question mark"}
PLACES = {"query": "the address, as a query parameter", "header": "a header", "cookie": "a cookie"}


def wrong_path(case: Case) -> Figures | None:
    """There is no such path, or none for this method."""
    for observation in _failed_successes(case):
        if json_of(observation) in NO_SUCH_PATH or _has_it_with_a_slash(observation):
            return {"request": observation.step.name, "status": named(status_of(observation))}
    return None


def json_login(case: Case) -> Figures | None:
    """The user name and the password are not looked for in the form that is sent (RFC 6749 §4.3.2)."""
    for observation in _failed_successes(case):
        places = missed(observation) if observation.step.sends.get("form") else []
        for place, *names in places:
            where = FIELDS.get(place, f"in the {clean(place, 20)}")
            return {"missing": f"`{clean(names[-1], 40)}` {where}" if names else "JSON in the body"}
    return None


def body_not_read(case: Case) -> Figures | None:
    """JSON is sent, and what is in it is looked for elsewhere."""
    for observation in _failed_successes(case):
        found = [PLACES[place[0]] for place in missed(observation) if place[0] in PLACES]
        found += [PLACES["header"]] if json_of(observation) == NOT_AUTHENTICATED else []
        if observation.step.sends.get("json") and found:
            return {"request": observation.step.name, "place": found[0]}
    return None


def wrong_status(case: Case) -> Figures | None:
    """A request is answered with another status code than the one that says what happened (RFC 9110 §15)."""
    if any(sign(case) is not None for sign in (json_login, wrong_path, body_not_read, missing_depends)):
        return None
    for check, about in case.broken(Answers):
        status = status_of(about.observation)
        if status is None or status == SERVER_ERROR:
            continue
        refused = is_refusal(check) and (status >= HTTPStatus.BAD_REQUEST or not lets_in(about.observation))
        if refused or (not is_refusal(check) and status < HTTPStatus.BAD_REQUEST):
            name, due = about.observation.step.name, named(check.answers)
            return {"request": name, "status": named(status), "due": due, "advice": _advice(status, check.answers)}
    return None


def no_www_authenticate(case: Case) -> Figures | None:
    """An answer of 401 does not say how to log in, as it must (RFC 9110 §15.5.2)."""
    for check, about in case.broken(Challenges):
        header = subject(about.observation, f"headers.{AUTHENTICATE}").value
        return {"found": f"says {clean(str(header.data), 40)!r}" if header else "is missing", "due": check.challenges}
    return None


def _has_it_with_a_slash(observation: Observation) -> bool:
    """Tell whether the answer leads on to the same path with a slash at its end, or with none."""
    location = subject(observation, "headers.location").value
    redirected = status_of(observation) in (HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.PERMANENT_REDIRECT)
    _, path = observation.step.name.split(" ", 1)
    return redirected and location is not None and str(location.data).rstrip("/").endswith(path.rstrip("/"))


def _advice(status: int, due: int) -> str:
    """Say what gives the status that is due."""
    if due < HTTPStatus.BAD_REQUEST:
        return RETURN if due == HTTPStatus.OK else DECLARE.format(due)
    if status == INVALID and due == HTTPStatus.UNAUTHORIZED:
        return BY_ITSELF
    told = (GIVE if status >= HTTPStatus.BAD_REQUEST else RAISE).format(due)
    meaning = f"{MEANINGS[due]}. " if due in MEANINGS else ""
    return f"{meaning}{told[0].upper()}{told[1:]}"


def _failed_successes(case: Case) -> Iterator[Observation]:
    return (about.observation for check, about in case.broken(Answers) if not is_refusal(check))
