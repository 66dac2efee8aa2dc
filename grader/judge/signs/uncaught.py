"""Errors that nobody catches, which answer a request with 500 or come out where something is to be refused."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from grader.judge import wording
from grader.judge.case import Case
from grader.judge.signs import Figures, trust
from grader.judge.signs.answers import is_refusal
from grader.judge.signs.trust import NONE_ALLOWED, name_of
from grader.text import clean, steady
from grader.verbs import Answers

NO_ALGORITHMS = 'It is required that you pass in a value for the "algorithms" argument'
SERVER_ERROR = "`{}` was answered with 500 (Internal Server Error), because an error was raised and nobody caught it"
REFUSE = (
    "Look at what is given to that line. Where the request is to blame, catch the error, or ask before it comes to "
    "that, and raise `HTTPException(status_code={}, ...)`."
)
OWN = "The request is not to blame, so it is that line of your own that is to be put right: {}."
ELSEWHERE = (
    "The request is not to blame, and no line of yours raised the error: look at what your function takes and returns, "
    "and at the types that you gave for that."
)
REASONS: Mapping[str, str] = {
    "NameError": "Python does not know the name there; import it, or see how it is spelt elsewhere",
    "UnboundLocalError": "the name has no value yet when the line is reached; give it one on every way there",
    "ImportError": "there is no such thing to import; see how the library's documentation writes it",
    "ModuleNotFoundError": "there is no module of this name; see how the library's documentation writes it",
    "AttributeError": "what stands before the dot has nothing of this name; see what it is, and how the name is spelt",
    "KeyError": "there is no entry of this name; see under which name it was put in",
    "IndexError": "there are fewer entries than that",
    "TypeError": "a value is of another type than is asked for there, or a function is given too much or too little",
    "UnknownHashError": "pwdlib's `verify` takes the password first and then the stored hash, and what came second is "
    "no hash that it knows",
}
ANYTHING = "look at what is given to it"
READING = "https://docs.python.org/3/tutorial/errors.html#exceptions"


def uncaught_error(case: Case) -> Figures | None:
    """A request is not answered, or a function does not refuse, because of an error that nobody catches."""
    for check, about in case.broken(Answers):
        if check.id in case.skipped:  # as another check comes first, and may be why
            continue
        reply = about.observation.reply
        error = reply.error if reply else None
        refused = reply and reply.refusals and not is_refusal(check)  # a good token: that is the mistake
        if error and not refused and not error.message.startswith((NONE_ALLOWED, NO_ALGORITHMS)):
            message = clean(steady(error.message, about.observation.step.bindings))
            said = f"{clean(error.type)}{': ' if message else ''}{message}"
            place, refuses = wording.place(case.evidence.file, error), _may_refuse(error.type, check.answers)
            own = OWN.format(REASONS.get(name_of(error), ANYTHING)) if error.line else ELSEWHERE
            return {
                "what": SERVER_ERROR.format(about.observation.step.name),
                "where": place,
                "error": said,
                "advice": REFUSE.format(check.answers) if refuses else own,
                **({} if refuses else {"link": READING}),
            }
    return trust.stumbles(case)


def _may_refuse(kind: str, due: int) -> bool:
    """Tell whether the request may be to blame: it is to be refused, and no name of the program's own is wrong."""
    return due >= HTTPStatus.BAD_REQUEST and kind not in ("NameError", "ImportError", "ModuleNotFoundError")
