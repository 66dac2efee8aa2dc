"""Misconceptions that show in how an application answers requests: paths, status codes, logins, passwords.

What was sent is looked up in the step itself, so that a signature holds for any exercise that sends such a request.
"""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus

from grader.judge.case import Case
from grader.judge.checks.hiding import DIGESTS, digests_of, secrets_of, shows
from grader.judge.signs import Figures
from grader.judge.signs.answers import SERVER_ERROR, is_refusal, json_of, lets_in, named, status_of
from grader.judge.signs.replies import body_not_read
from grader.judge.subject import LITERALS, Subject
from grader.text import clean
from grader.verbs import Answers, Begins, Equals, Hides

UNREADABLE = 422
NO_SUCH_PATH = ({"detail": "Not Found"}, {"detail": "Method Not Allowed"})
"""What Starlette itself answers, where no function of the program is reached."""
RAISE = (
    "401 means that nobody is logged in, and what is returned has the status 200: raise "
    "`HTTPException(status_code=401, ...)` where a login or a token is not good."
)
RETURN = "What is returned has the status 200 by itself, so leave `status_code` out where all went well."
WHERE = {"body": "among the fields of the body", "query": "in the address, after a question mark"}


def wrong_path(case: Case) -> Figures | None:
    """There is no such path, or none for this method."""
    for about in _failed_successes(case):
        status = status_of(about)
        if json_of(about) in NO_SUCH_PATH:
            return {"request": about.observation.step.name, "status": named(status)}
    return None


def json_login(case: Case) -> Figures | None:
    """The user name and the password are not looked for in the form that is sent (RFC 6749 §4.3.2)."""
    for about in _failed_successes(case):
        sent_a_form = about.observation.step.sends.get("form")
        if status_of(about) == UNREADABLE and sent_a_form and (missing := _missing(json_of(about))):
            return {"missing": missing}
    return None


def wrong_status(case: Case) -> Figures | None:
    """A request is answered with another status code than the one that says what happened (RFC 9110 §15)."""
    if any(sign(case) is not None for sign in (json_login, wrong_path, body_not_read)):
        return None
    for check, about in case.broken(Answers):
        status = status_of(about)
        if status is None or status == SERVER_ERROR:
            continue
        refused = is_refusal(check) and (status >= HTTPStatus.BAD_REQUEST or not lets_in(about))
        if refused or (not is_refusal(check) and status < HTTPStatus.BAD_REQUEST):
            name, due = about.observation.step.name, named(check.answers)
            return {"request": name, "status": named(status), "due": due, "advice": RAISE if refused else RETURN}
    return None


def no_www_authenticate(case: Case) -> Figures | None:
    """An answer of 401 does not say how to log in, as it must (RFC 9110 §15.5.2)."""
    for check, about in case.broken(Begins):
        if about.path == "headers.www-authenticate" and status_of(about) == HTTPStatus.UNAUTHORIZED:
            said = f"says {clean(str(about.value.data), 40)!r}" if about.value else "is missing"
            return {"found": said, "due": check.begins}
    return None


def tells_users_apart(case: Case) -> Figures | None:
    """A wrong password and an unknown user are answered differently, which tells a stranger who has an account."""
    for check, about in case.broken(Equals):
        other = str(check.equals).partition(".")[0]
        compared = about.bindings.get(other) if other.startswith("@") else None
        status = status_of(about) or SERVER_ERROR
        alike = isinstance(compared, dict) and compared.get("status") == status and not lets_in(about)
        if about.path == "json" and alike and status < SERVER_ERROR and json_login(case) is None:
            return {"status": named(status)}
    return None


def plain_password(case: Case) -> Figures | None:
    """A password stands in the file."""
    shown = list(_shown_in_file(case))
    return {} if shown and fast_hash(case) is None else None


def fast_hash(case: Case) -> Figures | None:
    """A password's hash stands in the file that is quick to work out, and so quick to guess."""
    for text, hidden in _shown_in_file(case):
        for name, digest in zip(DIGESTS, digests_of(hidden), strict=True):
            if digest in text.casefold():
                return {"name": name.upper()}
    return None


def _failed_successes(case: Case) -> Iterator[Subject]:
    return (about for check, about in case.broken(Answers) if not is_refusal(check))


def _shown_in_file(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each text of the file that shows what it should not, and what that is."""
    for check, about in case.broken(Hides):
        if about.path == LITERALS:
            hidden = secrets_of(check, about)
            yield from ((text, each) for text in sorted(case.literals) for each in hidden if shows(text, each))


def _missing(content: object) -> str:
    """Say what FastAPI misses in the request, and where it looks for that; nothing if it does not say."""
    details = content.get("detail") if isinstance(content, dict) else None
    first = details[0] if isinstance(details, list) and details else None
    place = first.get("loc") if isinstance(first, dict) else None
    if not isinstance(place, list) or not place:
        return ""
    where = WHERE.get(str(place[0]), f"in the {clean(str(place[0]), 20)}")
    return f"`{clean(str(place[-1]), 40)}` {where}" if len(place) > 1 else "JSON in the body"
