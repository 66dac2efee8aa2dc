"""Misconceptions about a lifetime or a key that was not given, or not as it was meant, which show in an exception."""

from __future__ import annotations

import re

from grader import tokens
from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.raised import first, line
from grader.judge.signs.starts import HMAC, start_of, unkeyed, variable
from grader.text import clean

MOMENT = r"(datetime\.datetime|float|int)"
NOT_GIVEN = (
    rf"^unsupported operand type\(s\) for \+=?: ('{MOMENT}' and 'NoneType'|'NoneType' and '{MOMENT}')",
    r"^'NoneType' object has no attribute '(total_seconds|seconds|days)'",
    r"^unsupported type for timedelta \w+ component: NoneType",
    r"not supported between instances of ('NoneType' and 'datetime\.timedelta'|'datetime\.timedelta' and 'NoneType')",
    r"^(?!PyJWT\.)[\w.]+\(\) missing 1 required positional argument: '\w*(expire|delta|lifetime|ttl)\w*'",
)
NO_LENGTH_OF_TIME = (
    r"^unsupported operand type\(s\) for [+/]=?: '(float|int|str)' and 'datetime\.timedelta'",
    r"^unsupported operand type\(s\) for \+=?: 'datetime\.(datetime|timedelta)' and '(float|int|str)'",
    r"^unsupported type for timedelta \w+ component: datetime\.timedelta",
    r"^(int|float)\(\) argument must be .*'datetime\.timedelta'",
    r"^'(float|int|str)' object has no attribute '(total_seconds|seconds)'",
)
NO_NUMBER = (
    r"^unsupported type for timedelta \w+ component: str",
    r"^unsupported operand type\(s\) for [-+*/]+=?: ('(int|float)' and 'str'|'str' and '(int|float)')",
    r"^can only concatenate str \(not \"(int|float)\"\) to str",
    r"^can't multiply sequence by non-int of type '(str|float)'",
    r"not supported between instances of ('(int|float)' and 'str'|'str' and '(int|float)')",
)
NO_JSON = (r"^Object of type (?!method|builtin_function_or_method|function)[\w.]+ is not JSON serializable",)
NO_KEY = (
    r"^Expected a string( or bytes)? value",
    r"^Expecting a string- or bytes-formatted key",
    r"^'NoneType' object has no attribute",
    r"^HMAC key must not be empty",
)
OF_ONES_OWN = ("AssertionError", "EnvironmentError", "Exception", "OSError", "RuntimeError", "SystemExit", "ValueError")
"""Exceptions that a program raises itself where it misses something."""
NAME_OF_VARIABLE = re.compile(r"(?!(HS|RS|ES|PS)\d+$)[A-Z][A-Z0-9_]{2,}")


def no_default_lifetime(case: Case) -> Figures | None:
    """A lifetime that the call did not bring is reckoned with all the same."""
    return first(case, "TypeError|AttributeError", NOT_GIVEN)


def lifetime_type(case: Case) -> Figures | None:
    """A length of time is taken for a number, or a number for a length of time."""
    return first(case, "TypeError|AttributeError", NO_LENGTH_OF_TIME)


def text_for_number(case: Case) -> Figures | None:
    """It is reckoned with a text as if it were the number that it shows."""
    return first(case, "TypeError", NO_NUMBER)


def unserialisable_claim(case: Case) -> Figures | None:
    """A claim has a value that JSON has no form for."""
    return first(case, "TypeError", NO_JSON)


def wrong_variable(case: Case) -> Figures | None:
    """The variable that is set is not the one that the program looks for."""
    name, start = variable(case), start_of(case, case.stopped)
    error = case.stopped.reply.error if case.stopped and case.stopped.reply else None
    if name is None or start is None or name not in start.environment or error is None:
        return None
    found: str | None = None
    if error.type == "KeyError":
        key = error.message.strip("'\"")
        found = key if "environ" in line(case) or NAME_OF_VARIABLE.fullmatch(key) else None
    elif error.type.endswith("ValidationError") and case.stopped and case.stopped.step.do != "request":
        field = re.search(r"^(\w+)\n\s+Field required", error.message, re.MULTILINE)
        found = field[1] if field else None
    elif first(case, "TypeError|AttributeError", NO_KEY) or (
        error.type in OF_ONES_OWN and case.stopped is start.loading
    ):
        others = sorted(text for text in case.literals if NAME_OF_VARIABLE.fullmatch(text))
        found = others[0] if others and name not in case.literals else None
    return {"name": name, "other": clean(found)} if found and found.casefold() != name.casefold() else None


def secret_unset(case: Case) -> Figures | None:
    """Without the variable the program starts with no key, which shows only when a token is made."""
    name, start = variable(case), start_of(case, case.stopped)
    if any(tokens.verifies(token, [""], HMAC) for token in unkeyed(case)):  # which PyJWT allowed until 2.12
        return {"where": case.evidence.file, "error": "the key is an empty text", "name": str(name)}
    if name is None or start is None or name in start.environment or start.loading is case.stopped:
        return None
    found = first(case, "TypeError|AttributeError|.*InvalidKeyError", NO_KEY)
    return {**found, "name": name} if found else None
