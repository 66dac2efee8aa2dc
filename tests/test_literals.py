"""The texts that stand in a program, told as plain data."""

from __future__ import annotations

import json

import pytest

from grader.sandbox import wire
from grader.sandbox.literals import literals

FILE = "program.py"

LITERALS: dict[str, tuple[str, list[str]]] = {
    "constant": ("SECRET = 'abc'", ["abc"]),
    "default_and_body": ("def f(x='default'):\n    return x + 'body'", ["default", "body"]),
    "nested": ("def f():\n    class C:\n        def g(self):\n            return lambda: 'deep'", ["deep"]),
    "tuple": ("PAIR = ('a', ('b', 1))", ["a", "b"]),
    "f_string": ("NAME = 1\nf'before {NAME} after'", ["before ", " after"]),
    "joined": ("X = 'a' 'b' + 'c'", ["abc"]),
    "bytes": ("X = b'\\xe4'", ["ä"]),
    "dict": ("X = {'key': 'value'}", ["key", "value"]),
    "longest": (f"X = '{'x' * 1000}'", ["x" * 1000]),
    "longer": (f"X = '{'x' * 1000}y'", ["x" * 1000, f"{'x' * 200}y"]),
    "no_text": ("X = '\\ud800'", ["?"]),
    "after_many": ("X = [" + ", ".join(f"'text {n}'" for n in range(4000)) + "]", ["text 0", "text 3999"]),
    "docstring_that_is_read": ("'doc'\nprint(__doc__)", ["doc"]),
    "docstring_of_another": ("def f():\n    'doc'\nprint(f.__doc__)", ["doc"]),
    "docstring_by_inspect": ("import inspect\ndef f():\n    'doc'\nprint(inspect.getdoc(f))", ["doc"]),
    "docstring_by_a_name": ("from inspect import getdoc as read\ndef f():\n    'doc'\nprint(read(f))", ["doc"]),
    "beside_what_nests_deeply": (f"F = {'lambda: ' * 1_100}1\nX = 'text'", ["text"]),
    "docstring_by_its_name": ("def f():\n    'doc'\nprint(getattr(f, '__doc__'))", ["doc"]),
}


@pytest.mark.parametrize(("source", "texts"), LITERALS.values(), ids=LITERALS)
def test_literals(source: str, texts: list[str]) -> None:
    """The texts that stand in a program are listed, however deep in it, however long and however many."""
    assert set(texts) <= set(_told(source))


@pytest.mark.parametrize("head", ["", "class C:", "def f():", "async def f():"])
@pytest.mark.parametrize("more", ["", "x = 'text'"], ids=["alone", "with_code"])
def test_what_is_said_about_a_program_is_no_text_of_it(head: str, more: str) -> None:
    """Comments and docstrings are for those who read the program, which itself has no use for them."""
    indent = "    " if head else ""
    source = f"{head}\n{indent}'''doc\n    more'''  # comment\n{indent}{more}\n"
    told = [text for text in _told(source) if text not in ("C", "f")]
    assert told == (["text"] if more else [])


def test_imports_from_the_future_come_first() -> None:
    """A program whose docstring is followed by an import from `__future__` is listed as any other."""
    assert "text" in _told("'doc'\nfrom __future__ import annotations\nx = 'text'\n")


def test_a_text_in_several_places_is_told_once() -> None:
    """A text that stands in two functions is told once."""
    assert _told("def f(): return 'a'\ndef g(): return 'a'\n").count("a") == 1


def test_nothing_is_cut_in_two() -> None:
    """Of a long text each piece of 200 characters is in one piece that is told."""
    long = "".join(f"{number:05}" for number in range(2_000))
    told = _told(f"X = '{long}'")
    assert all(any(long[start : start + 200] in text for text in told) for start in range(len(long) - 200))


@pytest.mark.parametrize("text", ["x{:06}", "\\U0001f600" * 500 + "{:06}"], ids=["many", "long_in_a_frame"])
def test_what_is_told_has_limits(text: str) -> None:
    """So much is told as a frame can hold, and no more."""
    source = "\n".join(f"X = '{text.format(number)}'" for number in range(10_000))
    told = _told(source)
    assert 0 < len(told) <= 5_000
    assert len(json.dumps(told)) < wire.MAX_FRAME


def test_what_nests_deeply_is_told() -> None:
    """A sum of thousands of terms, which some versions of Python cannot take apart, hides nothing."""
    assert "text" in _told(f"X = 'text'\ndef f(a): return {' + '.join(['a'] * 2_500)}")


def _told(source: str) -> list[str]:
    return literals(compile(source, FILE, "exec", dont_inherit=True), source.encode())
