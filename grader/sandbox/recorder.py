"""Note how the student's program calls PyJWT's encode, what its decode refuses, and what the program is warned of.

Install before a program is loaded: whatever it imports then leads here, and on to PyJWT itself.
"""

from __future__ import annotations

import functools
import sys
import warnings
from typing import Any

import jwt
from jwt import api_jwt

from grader.sandbox import describe

ALGORITHM_POSITION = 3
LONGEST_TOKEN = 1_000


Notes = list[dict[str, Any]]


class Recorder:
    """What is noted while the program in `file` is used: calls of encode, and errors of decode.

    Of a call that is the student's line and the token that it gave, of an error its type, message and line.
    """

    def __init__(self) -> None:
        self.file = ""
        self.encodings: Notes = []
        self.refusals: Notes = []

    def install(self) -> None:
        """Listen from now on, whichever way PyJWT is called."""
        self._note_encode()
        self._note_decode()

    def _note_encode(self) -> None:
        original = api_jwt.PyJWT.encode

        @functools.wraps(original)
        def encode(*args: Any, **options: Any) -> str:  # noqa: ANN401 - as given: PyJWT itself judges its arguments
            if options.get("headers"):
                # Looked at here and by PyJWT: to both it must say the same.
                options["headers"] = dict(options["headers"])
            line = _calling_line(self.file)
            call = {"algorithm_named": _names_algorithm(args, options), "line": line, "token": ""}
            self.encodings.append(call)
            token = original(*args, **options)
            if type(token) is str and len(token) <= LONGEST_TOKEN:
                call["token"] = token
            return token

        api_jwt.PyJWT.encode = encode  # type: ignore[method-assign] # the class, so that PyJWT().encode is noted too
        jwt.encode = api_jwt.encode = api_jwt._jwt_global_obj.encode  # noqa: SLF001 - bound when PyJWT was imported

    def _note_decode(self) -> None:
        original = api_jwt.PyJWT.decode_complete  # by way of which decode works, too

        @functools.wraps(original)
        def decode_complete(*args: Any, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - as given
            try:
                return original(*args, **options)
            except Exception as error:
                line = describe.line_number(_calling_line(self.file))
                self.refusals.append({**describe.error(error, self.file), "line": line})
                raise

        api_jwt.PyJWT.decode_complete = decode_complete  # type: ignore[method-assign] # the class, as above
        jwt.decode_complete = api_jwt.decode_complete = api_jwt._jwt_global_obj.decode_complete  # noqa: SLF001


def hear_warnings() -> list[warnings.WarningMessage]:
    """Give the list in which every warning will be noted, also a repeated one, until the program wants it otherwise.

    Call it each time that the program is loaded: what it did to the filters then lasts until it is loaded again.
    """
    heard: list[warnings.WarningMessage] = []

    def note(*args: Any, **options: Any) -> None:  # noqa: ANN401 - as `warnings.showwarning`
        heard.append(warnings.WarningMessage(*args, **options))

    warnings.resetwarnings()
    warnings.simplefilter("always")
    warnings.showwarning = note
    return heard


def _names_algorithm(args: tuple[Any, ...], options: dict[str, Any]) -> bool:
    return len(args) > ALGORITHM_POSITION or "algorithm" in options or "alg" in (options.get("headers") or ())


def _calling_line(file: str) -> int | None:
    frame = sys._getframe()  # noqa: SLF001 - the documented way to look at the calling frames
    while frame.f_back:
        frame = frame.f_back
        if frame.f_code.co_filename == file:
            return frame.f_lineno
    return None
