"""Exceptions of a program told as plain data: type, message, and the student's own line."""

from __future__ import annotations

import json
import sys
import textwrap
from types import CodeType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.evidence import Error
from grader.sandbox import describe

FILE = "program.py"


def compiled(source: str, file: str = FILE) -> CodeType:
    """Compile a program as the child does."""
    return compile(textwrap.dedent(source), file, "exec")


def raised_by(source: str, **names: Any) -> dict[str, Any]:
    """Run a program to its exception, and tell it."""
    try:
        exec(compiled(source), {"__name__": "program", **names})  # noqa: S102 - a program of the test's own
    except BaseException as error:  # noqa: BLE001 - whatever it raises is what there is to tell
        told = describe.error(error, FILE)
        Error.model_validate_json(json.dumps(told))
        return told
    pytest.fail("the program ran to its end")


def helper() -> None:
    """Raise outside of the program."""
    raise ValueError("from elsewhere")


ERRORS: dict[str, tuple[str, dict[str, Any]]] = {
    "own_line": ("\n\n1 / 0", {"type": "ZeroDivisionError", "message": "division by zero", "line": 3}),
    "innermost_own_line": (
        "def f():\n    1 / 0\nf()",
        {"type": "ZeroDivisionError", "message": "division by zero", "line": 2},
    ),
    "line_that_called_elsewhere": ("x = 1\nhelper()", {"type": "ValueError", "message": "from elsewhere", "line": 2}),
    "called_back": (
        "def key(x):\n    raise KeyError(x)\nsorted([1], key=key)",
        {"type": "KeyError", "message": "1", "line": 2},
    ),
    "own_class": (
        "class Own(Exception): pass\nraise Own('a', 1)",
        {"type": "program.Own", "message": "('a', 1)", "line": 2},
    ),
    "exit": ("raise SystemExit(3)", {"type": "SystemExit", "message": "3", "line": 1}),
    "syntax_elsewhere": (
        "compile('1 +', 'other.py', 'exec')",
        {"type": "SyntaxError", "message": "invalid syntax (other.py, line 1)", "line": 1},
    ),
    "text_that_raises": (
        "class Own(Exception):\n    def __str__(self): raise KeyError\nraise Own",
        {"type": "program.Own", "message": "(its text cannot be shown: KeyError)", "line": 3},
    ),
    "text_that_is_none": (
        "class Own(Exception):\n    def __str__(self): return None\nraise Own",
        {"type": "program.Own", "message": "(its text cannot be shown: TypeError)", "line": 3},
    ),
    "long_text": ("raise ValueError('x' * 5000)", {"type": "ValueError", "message": "x" * 1000, "line": 1}),
}


@pytest.mark.parametrize(("source", "told"), ERRORS.values(), ids=ERRORS)
def test_error(source: str, told: dict[str, Any]) -> None:
    """An exception is told by its type, its message and the last line of the student's own that it passed."""
    assert raised_by(source, helper=helper) == told


def test_an_error_that_passed_no_own_line_has_none() -> None:
    """What is raised before the program's own code begins has no line of it."""
    with pytest.raises(ValueError, match="from elsewhere") as caught:
        helper()
    told = {"type": "ValueError", "message": "from elsewhere", "line": None}
    assert describe.error(caught.value, FILE) == told


@pytest.mark.parametrize(
    ("source", "kind", "line"),
    [("x = (\n", "SyntaxError", 1), ("\nif x:\npass\n", "IndentationError", 3), ("def f(:\n", "SyntaxError", 1)],
    ids=["never_closed", "indentation", "invalid"],
)
def test_syntax_error(source: str, kind: str, line: int) -> None:
    """A file that cannot be read is told by the line at fault, which its message does not repeat."""
    with pytest.raises(SyntaxError) as caught:
        compiled(source)
    told = describe.error(caught.value, FILE)
    assert (told["type"], told["line"]) == (kind, line)
    assert told["message"] == caught.value.msg
    assert "line 1" not in told["message"]


@given(st.text(max_size=20), st.one_of(st.text(), st.integers(), st.none(), st.tuples(st.text(), st.integers())))
def test_errors_are_always_valid(message: str, argument: object) -> None:
    """Whatever an exception is made of, what is told of it is taken as an error."""
    for error in (ValueError(message, argument), KeyError(argument), OSError(2, message), SystemExit(argument)):
        told = Error.model_validate_json(json.dumps(describe.error(error, FILE)))
        assert told.type == type(error).__name__


FORGED: dict[str, str] = {
    "surrogate": "raise ValueError('\\ud800')",
    "line_is_a_text": f"raise SyntaxError('x', ('{FILE}', 'one', 1, ''))",
    "long_name": "raise type('x' * 1500, (Exception,), {})",
    "long_module": "raise type('Own', (Exception,), {'__module__': 'x' * 1000})",
}


@pytest.mark.parametrize("source", FORGED.values(), ids=FORGED)
def test_strange_errors_are_valid(source: str) -> None:
    """An exception of a strange make is told like any other."""
    raised_by(source)


OWN_TEXT = """
class Text(str):
    def __format__(self, *_): raise KeyError
    encode = __str__ = __format__
class Own(Exception):
    def __str__(self): return Text("x")
"""
OWN: dict[str, str] = {
    "message": f"{OWN_TEXT}raise Own",
    "name": f"{OWN_TEXT}Own.__qualname__ = Text('x')\nraise Own",
}


@pytest.mark.parametrize("source", OWN.values(), ids=OWN)
def test_texts_of_an_own_type_are_not_asked(source: str) -> None:
    """A message or a name that is a text of the program's own type is told without running its code."""
    raised_by(source)


BEHIND: dict[str, tuple[str, str]] = {
    "nothing": ("raise ValueError('a')", ""),
    "cause": ("raise ValueError('a') from KeyError('b')", "KeyError: 'b'\n"),
    "context": ("try:\n    {}['b']\nexcept KeyError:\n    raise ValueError('a')", "KeyError: 'b'\n"),
    "none": ("try:\n    {}['b']\nexcept KeyError:\n    raise ValueError('a') from None", ""),
    "note": ("e = ValueError('a')\ne.__notes__ = ['b', 1]\nraise e", "b\n"),
    "notes_of_another_type": ("e = ValueError('a')\ne.__notes__ = 'b'\nraise e", ""),
    "itself": ("a = ValueError('a')\nb = KeyError('b')\na.__cause__, b.__cause__ = b, a\nraise a", "KeyError: 'b'\n"),
    "own_member": (
        "class Own(Exception):\n    __cause__ = __context__ = __suppress_context__ = 1\nraise Own('a')",
        "",
    ),
}


GROUPED: dict[str, tuple[str, str]] = {
    "group": ("raise ExceptionGroup('g', [KeyError('b'), ExceptionGroup('h', [OSError('c')])])", "KeyError: 'b'\n"),
    "with_a_cause": ("raise ExceptionGroup('g', [KeyError('b')]) from OSError('c')", "KeyError: 'b'\nOSError: c\n"),
}


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python has no groups of exceptions before 3.11")
@pytest.mark.parametrize(("source", "told"), GROUPED.values(), ids=GROUPED)
def test_what_is_grouped_in_an_exception(source: str, told: str) -> None:
    """The exceptions of a group are told, too."""
    test_what_is_behind_an_exception(source, told)


def test_what_is_behind_an_exception_has_a_limit() -> None:
    """Of endlessly many exceptions, each of which leads to the next, a few are told."""
    first = error = ValueError("0")
    for number in range(1, 100):
        error.__cause__ = error = ValueError(str(number))
    assert describe.causes(first) == "".join(f"ValueError: {number}\n" for number in range(1, 11))


@pytest.mark.parametrize(("source", "told"), BEHIND.values(), ids=BEHIND)
def test_what_is_behind_an_exception(source: str, told: str) -> None:
    """The exceptions that led to one are told as Python prints them, none of the program's own code run."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 - of whatever type
        exec(compiled(source), {"__name__": "program"})  # noqa: S102 - a program of the test's own
    assert describe.causes(caught.value)[: len(told) or None] == told
