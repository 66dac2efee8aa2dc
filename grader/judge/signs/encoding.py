"""Misconceptions that show in an exception of PyJWT's encode: what it is given, and what is done with its result."""

from __future__ import annotations

from grader.judge.case import Case
from grader.judge.signs import Figures
from grader.judge.signs.raised import first
from grader.judge.signs.trust import key_confusion

NOT_ITS_ARGUMENTS = (
    r"^PyJWT\.(en|de)code\(\) (missing|takes|got multiple|got an unexpected keyword argument '(?!algorithms'))"
)
NOT_A_TEXT = (
    r"Expected a string( or bytes)? value",
    r"Expecting a string- or bytes-formatted key",
    r"^invalid literal for int\(\)",
)


def wrong_arguments(case: Case) -> Figures | None:
    """PyJWT's encode or decode is given too little, too much, or something under a name that it has not."""
    return first(case, "TypeError", (NOT_ITS_ARGUMENTS,))


def non_dict_payload(case: Case) -> Figures | None:
    """PyJWT's encode is given something else than a dict."""
    return first(case, "TypeError", (r"Expecting a (dict|mapping) object",))


def list_algorithm(case: Case) -> Figures | None:
    """The algorithm is given as a list, or as `algorithms`, which is decode's word."""
    return first(case, "TypeError", (r"unhashable type: '(list|set)'", r"unexpected keyword argument 'algorithms'"))


def algorithm_name(case: Case) -> Figures | None:
    """The algorithm has a name that PyJWT does not know."""
    return first(case, "NotImplementedError", (r"Algorithm not supported",))


def integer_for_string(case: Case) -> Figures | None:
    """Something else than a text is given as the secret, or the secret is made a number."""
    if key_confusion(case) is not None:  # decode came to a key, an object, that it should never have tried
        return None
    return first(case, "TypeError|ValueError", NOT_A_TEXT)


def decode_on_str(case: Case) -> Figures | None:
    """The token, a text since PyJWT 2, is decoded as if it were bytes."""
    return first(case, "AttributeError", (r"'str' object has no attribute 'decode'",))
