"""Misconceptions about logins: who is let in, what a refusal tells, and how a password is kept."""

from __future__ import annotations

from collections.abc import Iterator

from grader import tokens
from grader.evidence import item, plain
from grader.judge.case import Case
from grader.judge.checks.disguises import digest_shown, names, shows
from grader.judge.checks.hiding import secrets_of
from grader.judge.checks.likeness import unlike
from grader.judge.signs import Figures
from grader.judge.signs.answers import (
    SERVER_ERROR,
    has_token,
    is_refusal,
    is_success,
    lets_in,
    named,
    status_of,
)
from grader.judge.signs.requests import json_login
from grader.judge.subject import LITERALS, Subject
from grader.plan import Step
from grader.text import clean
from grader.values import resolve
from grader.verbs import Answers, Equals, Hides, Is, Resembles, Verifies

STRANGER = "a user name that nobody knows"
WRONG_PASSWORD = "a wrong password"  # noqa: S105 - what is said of one


def accepts_anyone(case: Case) -> Figures | None:
    """Who gives a wrong password, or is not known, gets a token all the same."""
    good = set(_good_logins(case))
    for about in _refused_logins(case):
        login = _login(about.observation.step)
        if login and good and login not in good:
            return {"who": WRONG_PASSWORD if login[0] in {name for name, _ in good} else STRANGER}
    return None


def tells_users_apart(case: Case) -> Figures | None:
    """A wrong password and an unknown user are answered differently, which tells a stranger who has an account."""
    for check, about in case.broken(Resembles):
        status, others = status_of(about.observation), [resolve(other, about.bindings) for other in check.resembles]
        alike = all(isinstance(other, dict) and other.get("status") == status for other in others)
        refused = (status or SERVER_ERROR) < SERVER_ERROR and not lets_in(about.observation)
        found = unlike(check, about)
        if found and alike and refused and json_login(case) is None:
            return {"status": named(status), "where": found[0]}
    return None


def secret_in_answer(case: Case) -> Figures | None:
    """The answer to a request gives a secret away, beside what is in its token."""
    for check, about in case.broken(Hides):
        told = about.value if is_success(about.observation) and about.path in ("json", "headers") else None
        content = plain(told) if told else None
        for member, value in content.items() if isinstance(content, dict) else ():
            if not tokens.read(value) and any(shows([member, value], secret) for secret in secrets_of(check, about)):
                return {"member": clean(str(member), 40), "request": about.observation.step.name}
    return None


def plain_password(case: Case) -> Figures | None:
    """A password stands in the file."""
    shown = list(_shown_in_file(case))
    return {} if shown and fast_hash(case) is None else None


def fast_hash(case: Case) -> Figures | None:
    """A password's hash stands in the file that is quick to work out, and so quick to guess."""
    for text, hidden in _shown_in_file(case):
        if name := digest_shown([text], hidden):
            return {"name": name.upper()}
    return None


def _good_logins(case: Case) -> Iterator[tuple[str, str]]:
    """Yield the logins that are to be given a token."""
    for check in case.checks:
        if isinstance(check, Verifies | Is | Answers) and not is_refusal(check):
            yield from filter(None, (_login(about.observation.step) for about in case.subjects(check)))


def _refused_logins(case: Case) -> Iterator[Subject]:
    """Yield what was given a token and should have been refused."""
    for check, about in case.broken(Equals):
        if is_refusal(check) and (about.token or item(about.value, "access_token")):
            yield about
    for due, about in case.broken(Answers):
        if is_refusal(due) and is_success(about.observation) and has_token(about.observation):
            yield about


def _login(step: Step) -> tuple[str, str] | None:
    """Give the user name and the password that were sent as a form, or given to a function as its first arguments."""
    form = step.sends.get("form")
    given = (form.get("username"), form.get("password")) if form else step.args[:2]
    return (str(given[0]), str(given[1])) if len(given) > 1 else None


def _shown_in_file(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each text of the file that shows what it should not, and what that is."""
    for check, about in case.broken(Hides):
        if about.path == LITERALS:
            hidden = secrets_of(check, about)
            yield from ((text, each) for text in sorted(case.literals) for each in hidden if names(text, each))
