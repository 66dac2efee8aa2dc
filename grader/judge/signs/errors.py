"""Misconceptions that show in an exception of Python's: what was written, imported, named or used wrongly."""

from __future__ import annotations

import re

from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.raised import first, line, match, message, where
from grader.packages import OTHER_THAN_PYJWT
from grader.text import clean

OTHER_HASHERS = ("passlib", "bcrypt", "werkzeug", "flask_bcrypt")
INSTEAD_OF_OTHERS = (
    "Use PyJWT: `import jwt`. `jwt.encode(payload, key, algorithm=...)` and `jwt.decode(token, key, algorithms=[...])` "
    "do the same there, and all of its errors are kinds of `jwt.PyJWTError`."
)
USE_PYJWT = "Use PyJWT: `import jwt`, and let no file of your own be called `jwt.py`."
USE_PWDLIB = "Use pwdlib: `PasswordHash.recommended()` has `hash(password)` and `verify(password, stored_hash)`."
IMPORT_PYJWT = "The library is called PyJWT, but its module is `jwt`: write `from jwt import encode`, or `import jwt`."
IMPORT_FASTAPI = "Names are exact, capitals included: see how the starter or FastAPI's documentation writes this one."
OF_PASSLIB = (("ValueError", "^password cannot be longer than 72 bytes"), (r".*MissingBackendError", "^bcrypt"))
ABOUT_JWT = r"(?i)jwt|fastapi|encod"
DATETIME_NAMES = "datetime|timedelta|timezone|date|time"
DATETIME_CONFUSION = (
    rf"(module|type object) '({DATETIME_NAMES}|datetime\.datetime)' has no attribute",
    rf"^name '({DATETIME_NAMES}|utc|UTC)' is not defined",
    rf"cannot import name '\w+' from '({DATETIME_NAMES})'",
)
FUNCTION = "(builtin_function_or_method|function|method|method-wrapper|staticmethod)"
NOT_CALLED = (
    rf"^unsupported operand type\(s\) for (?!\|)[^:]+: (.* and )?'{FUNCTION}'",
    rf"^unsupported operand type\(s\) for \|=?: ('dict' and '{FUNCTION}'|'{FUNCTION}' and 'dict')",
    rf"^'{FUNCTION}' object (is not (subscriptable|iterable|a mapping)|does not support)",
    rf"^argument of type '{FUNCTION}' is not",
    rf"^'{FUNCTION}' object has no attribute '(update|copy|get|items|timestamp|strftime|isoformat|replace)'",
    rf"^Object of type {FUNCTION} is not JSON serializable",
    rf"'[<>]=?' not supported between instances of (.* and )?'{FUNCTION}'",
)
NO_TYPES = re.compile(r"\b(any|callable)\b")
"""Functions that are taken for the types `Any` and `Callable`, for which no brackets are missing."""
NO_SUCH_NAME = r"^name '(\w+)' is not defined"
ALGORITHMS = r"(HS|RS|ES|PS)(256|384|512)"
CLAIMS = ("sub", "exp", "iat", "nbf", "iss", "aud", "jti", "alg")
WITH_CLAIMS = "payload|claims|data|decoded|header"
NOT_CALLABLE = r"'module' object is not callable"
SHADOWED = (
    r"^name '(jwt|encode|decode|get_unverified_header|pyjwt|PyJWT)' is not defined",
    r"(local|free) variable '(jwt|encode|\w*token\w*)'",
    r"^'(str|function|NoneType|builtin_function_or_method)' object (has no attribute 'encode'|is not callable)",
    r"^'dict' object has no attribute 'encode'",
    r"^'(str|dict|function)' object has no attribute 'decode'.*jwt",
    r"^'function' object has no attribute",
    r"^maximum recursion depth exceeded",
    NOT_CALLABLE,
    r"^(?!PyJWT\.)\w*encode\(\) (takes|got (?!an unexpected keyword argument 'algorithms')|missing)",
)

NOT_IMPORTED = r"^name '(decode|get_unverified_header)' is not defined"
NOT_ENTRIES = ("encode", "decode")
"""Attributes that are asked for of what `jwt` or a token was meant to be."""
NOT_FUNCTIONS = {"_Environ": "`os.environ`", "dict": "a dict", "list": "a list", "int": "a number", "float": "a number"}
BYTES_DUE = (
    r"^Strings must be encoded before hashing",
    r"^a bytes-like object is required, not 'str'",
    r"^key: expected bytes or bytearray, but got 'str'",
    r"^can only concatenate str \(not \"bytes\"\) to str",
    r"^can't concat str to bytes",
    r"^string argument without an encoding",
)


def syntax_error(case: Case) -> Figures | None:
    """The file does not compile."""
    found = case.error and case.error.type in ("SyntaxError", "IndentationError", "TabError")
    return where(case) if found and case.stopped and case.stopped.step.do == "run" else None


def misspelt_import(case: Case) -> Figures | None:
    """An import names something that does not exist."""
    if not match(case, "ModuleNotFoundError|ImportError", ABOUT_JWT) or wrong_package(case) is not None:
        return None
    advice = IMPORT_PYJWT if match(case, "ModuleNotFoundError|ImportError", "(?i)jwt|encod") else IMPORT_FASTAPI
    return {**where(case), "error": message(case), "advice": advice}


def wrong_package(case: Case) -> Figures | None:
    """Another package than PyJWT is imported, or a file of the student's own that has its name."""
    missing = match(case, "ModuleNotFoundError", r"No module named '([\w]+)")
    if missing and missing[1] in OTHER_THAN_PYJWT:
        package = f"`{missing[1]}` is another library than PyJWT, and is not there when your program is graded"
        return {**where(case), "package": package, "advice": INSTEAD_OF_OTHERS}
    if missing and missing[1] in OTHER_HASHERS:
        package = f"`{missing[1]}` is not installed where your program is graded"
        return {**where(case), "package": package, "advice": USE_PWDLIB}
    if imported := _passlib(case):
        package = "`passlib` no longer works with the `bcrypt` of today"
        return {"where": imported, "package": package, "advice": USE_PWDLIB}
    if "jwt" in case.own_modules and (
        match(case, "ImportError", "from 'jwt'") or match(case, "AttributeError", "module 'jwt'")
    ):
        package = "your folder has a `jwt.py`, and a file of that name is not PyJWT"
        return {**where(case), "package": package, "advice": USE_PYJWT}
    return None


def _passlib(case: Case) -> str | None:
    """Give where passlib is imported, if it stumbled over bcrypt: it tries it out with too long a password."""
    lines = enumerate(case.evidence.source.splitlines(), 1)
    imported = next((number for number, line in lines if re.match(rb"\s*(from|import)\s+passlib\b", line)), None)
    stumbled = any(match(case, *error) for error in OF_PASSLIB)
    return f"{case.evidence.file}:{imported}" if imported and stumbled else None


def datetime_import(case: Case) -> Figures | None:
    """The module datetime is taken for the class, or the other way round, or a method is not called."""
    if match(case, "TypeError", NOT_CALLABLE) and re.search(rf"\b({DATETIME_NAMES})\(", line(case)):
        return {**where(case), "error": message(case)}
    return first(case, "AttributeError|NameError|TypeError|ImportError", DATETIME_CONFUSION)


def missing_brackets(case: Case) -> Figures | None:
    """A function is named and not called, so that the function itself stands where its result should."""
    return None if NO_TYPES.search(line(case)) else first(case, "AttributeError|TypeError", NOT_CALLED)


def unquoted_text(case: Case) -> Figures | None:
    """A text has no quotes, so that Python takes it for the name of something: an algorithm, a key of a dict."""
    found = match(case, "NameError", NO_SUCH_NAME)
    if found is None:
        return None
    name = found[1]
    key, asked_for = rf"([{{,]|^)\s*{name}\s*:(\s|$)", rf"({WITH_CLAIMS}|\))(\[|\.get\()\s*{name}\b"
    as_key = re.search(key, line(case)) or (name in CLAIMS and re.search(asked_for, line(case)))
    return {**where(case), "name": clean(name, 40)} if as_key or re.fullmatch(ALGORITHMS, name) else None


def shadowed_import(case: Case) -> Figures | None:
    """A name of the student's own hides what was imported, or what was not imported is used."""
    if match(case, "AttributeError", "'str' object has no attribute 'decode'"):
        return None
    found = first(case, "AttributeError|NameError|UnboundLocalError|TypeError|RecursionError", SHADOWED)
    missing = match(case, "NameError", NOT_IMPORTED)
    return None if found is None else {**found, "name": missing[1] if missing else "encode"}


def dict_attribute(case: Case) -> Figures | None:
    """An entry of a dict is asked for with a dot, as if it were an attribute."""
    found = match(case, "AttributeError", r"^'dict' object has no attribute '(\w+)'")
    if found is None or found[1] in NOT_ENTRIES:
        return None
    return {**where(case), "error": message(case), "entry": clean(found[1], 40)}


def not_a_function(case: Case) -> Figures | None:
    """Round brackets stand where an entry is asked for, or after something that is no function."""
    found = match(case, "TypeError", r"^'([\w.]+)' object is not callable")
    if found is None or found[1] not in NOT_FUNCTIONS:
        return None
    return {**where(case), "what": NOT_FUNCTIONS[found[1]]}


def text_for_bytes(case: Case) -> Figures | None:
    """A text is given where bytes are due, or bytes where a text is."""
    return first(case, "TypeError", BYTES_DUE)
