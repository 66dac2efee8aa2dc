"""Misconceptions that show in the exception that ended a step."""

from __future__ import annotations

import re

from grader.judge import wording
from grader.judge.case import Case
from grader.judge.signs import Figures, trust
from grader.judge.signs.trust import NONE_ALLOWED
from grader.packages import OTHER_THAN_PYJWT
from grader.text import clean, steady
from grader.verbs import Answers

OTHER_HASHERS = ("passlib", "bcrypt", "werkzeug", "flask_bcrypt")
NO_ALGORITHMS = 'It is required that you pass in a value for the "algorithms" argument'
SERVER_ERROR = "`{}` was answered with 500 (Internal Server Error), because an error was raised and nobody caught it"
NAME = "Python does not know this name there: import it at the top of the file, or see how it is spelt elsewhere."
ANSWER = (
    "Look at what is given to that line. Where the request is to blame, catch the error, or ask before it comes to "
    "that, and raise `HTTPException(status_code=401, ...)`."
)
USE_PYJWT = "Use PyJWT: `import jwt`, and let no file of your own be called `jwt.py`."
USE_PWDLIB = "Use pwdlib: `PasswordHash.recommended()` has `hash(password)` and `verify(password, stored_hash)`."
IMPORT_PYJWT = "The library is called PyJWT, but its module is `jwt`: write `from jwt import encode`, or `import jwt`."
IMPORT_FASTAPI = "Names are exact, capitals included: see how the starter or FastAPI's documentation writes this one."
ABOUT_JWT = r"(?i)jwt|fastapi|encod"
DATETIME_NAMES = "datetime|timedelta|timezone|date|time"
DATETIME_CONFUSION = (
    rf"(module|type object) '({DATETIME_NAMES}|datetime\.datetime)' has no attribute",
    rf"^name '({DATETIME_NAMES})' is not defined",
    r"unsupported operand .*(method|function).* and 'datetime\.timedelta'",
    r"'(method|builtin_function_or_method|function)' object has no attribute '(timestamp|strftime|isoformat|replace)'",
    r"Object of type (method|builtin_function_or_method|function) is not JSON serializable",
    rf"cannot import name '\w+' from '({DATETIME_NAMES})'",
)
NOT_CALLABLE = r"'module' object is not callable"
SHADOWED = (
    r"^name '(jwt|encode|decode|get_unverified_header|pyjwt|PyJWT)' is not defined",
    r"(local|free) variable '(jwt|encode|\w*token\w*)'",
    r"^'(str|dict|function|NoneType|builtin_function_or_method)' object (has no attribute 'encode'|is not callable)",
    r"^'(str|dict|function)' object has no attribute 'decode'.*jwt",
    r"^'function' object has no attribute",
    r"^maximum recursion depth exceeded",
    NOT_CALLABLE,
    r"^(?!PyJWT\.)\w*encode\(\) (takes|got (?!an unexpected keyword argument 'algorithms')|missing)",
)

NOT_A_TEXT = (
    r"Expected a string( or bytes)? value",
    r"Expecting a string- or bytes-formatted key",
    r"^invalid literal for int\(\)",
)


def syntax_error(case: Case) -> Figures | None:
    """The file does not compile."""
    found = case.error and case.error.type in ("SyntaxError", "IndentationError", "TabError")
    return _where(case) if found and case.stopped and case.stopped.step.do == "run" else None


def misspelt_import(case: Case) -> Figures | None:
    """An import names something that does not exist."""
    if not _match(case, "ModuleNotFoundError|ImportError", ABOUT_JWT) or wrong_package(case) is not None:
        return None
    advice = IMPORT_PYJWT if _match(case, "ModuleNotFoundError|ImportError", "(?i)jwt|encod") else IMPORT_FASTAPI
    return {**_where(case), "error": _message(case), "advice": advice}


def wrong_package(case: Case) -> Figures | None:
    """Another package than PyJWT is imported, or a file of the student's own that has its name."""
    missing = _match(case, "ModuleNotFoundError", r"No module named '([\w]+)")
    if missing and missing[1] in OTHER_THAN_PYJWT:
        return {**_where(case), "package": f"`{missing[1]}` is another library than PyJWT", "advice": USE_PYJWT}
    if missing and missing[1] in OTHER_HASHERS:
        package = f"`{missing[1]}` is not installed where your program is graded"
        return {**_where(case), "package": package, "advice": USE_PWDLIB}
    if "jwt" in case.own_modules and (
        _match(case, "ImportError", "from 'jwt'") or _match(case, "AttributeError", "module 'jwt'")
    ):
        package = "your folder has a `jwt.py`, and a file of that name is not PyJWT"
        return {**_where(case), "package": package, "advice": USE_PYJWT}
    return None


def datetime_import(case: Case) -> Figures | None:
    """The module datetime is taken for the class, or the other way round, or a method is not called."""
    if _match(case, "TypeError", NOT_CALLABLE) and re.search(rf"\b({DATETIME_NAMES})\(", _line(case)):
        return {**_where(case), "error": _message(case)}
    return _first(case, "AttributeError|NameError|TypeError|ImportError", DATETIME_CONFUSION)


def shadowed_import(case: Case) -> Figures | None:
    """A name of the student's own hides what was imported, or what was not imported is used."""
    if _match(case, "AttributeError", "'str' object has no attribute 'decode'"):
        return None
    return _first(case, "AttributeError|NameError|UnboundLocalError|TypeError|RecursionError", SHADOWED)


def non_dict_payload(case: Case) -> Figures | None:
    """PyJWT's encode is given something else than a dict."""
    return _first(case, "TypeError", (r"Expecting a (dict|mapping) object",))


def list_algorithm(case: Case) -> Figures | None:
    """The algorithm is given as a list, or as `algorithms`, which is decode's word."""
    return _first(case, "TypeError", (r"unhashable type: '(list|set)'", r"unexpected keyword argument 'algorithms'"))


def algorithm_name(case: Case) -> Figures | None:
    """The algorithm has a name that PyJWT does not know."""
    return _first(case, "NotImplementedError", (r"Algorithm not supported",))


def integer_for_string(case: Case) -> Figures | None:
    """Something else than a text is given as the secret, or the secret is made a number."""
    return _first(case, "TypeError|ValueError", NOT_A_TEXT)


def decode_on_str(case: Case) -> Figures | None:
    """The token, a text since PyJWT 2, is decoded as if it were bytes."""
    return _first(case, "AttributeError", (r"'str' object has no attribute 'decode'",))


def uncaught_error(case: Case) -> Figures | None:
    """A request is not answered, or a function does not refuse, because of an error that nobody catches."""
    for check, about in case.broken(Answers):
        reply = about.observation.reply
        error = reply.error if reply else None
        refused = reply and reply.refusals and check.answers < 400  # noqa: PLR2004 - a good token: that is the mistake
        if error and not refused and not error.message.startswith((NONE_ALLOWED, NO_ALGORITHMS)):
            message = clean(steady(error.message, about.observation.step.bindings))
            said = f"{clean(error.type)}{': ' if message else ''}{message}"
            place = wording.place(case.evidence.file, error)
            return {
                "what": SERVER_ERROR.format(about.observation.step.name),
                "where": place,
                "error": said,
                "advice": NAME if error.type == "NameError" else ANSWER,
            }
    return trust.stumbles(case)


def _first(case: Case, types: str, patterns: tuple[str, ...]) -> Figures | None:
    if any(_match(case, types, pattern) for pattern in patterns):
        return {**_where(case), "error": _message(case)}
    return None


def _raised(case: Case, types: str) -> bool:
    return bool(case.error and re.fullmatch(types, case.error.type))


def _match(case: Case, types: str, pattern: str) -> re.Match[str] | None:
    return re.search(pattern, case.error.message) if case.error and _raised(case, types) else None


def _line(case: Case) -> str:
    """Give the line of the student's file that raised."""
    lines, number = case.evidence.source.splitlines(), case.error.line if case.error else None
    return lines[number - 1].decode("utf-8", "replace") if number and 0 < number <= len(lines) else ""


def _message(case: Case) -> str:
    return clean(steady(case.error.message, case.stopped.step.bindings)) if case.error and case.stopped else ""


def _where(case: Case) -> Figures:
    where = wording.place(case.evidence.file, case.error) if case.error else case.evidence.file
    return {"where": where, "algorithm": case.algorithm}
