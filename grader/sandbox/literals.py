"""The texts that stand in a program: what it says, and not what is said about it in comments and docstrings."""

from __future__ import annotations

import ast
import contextlib
import warnings
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring_ascii
from types import CodeType

from grader.sandbox.describe import SHORT, sendable

MAX_LITERALS = 5_000
MAX_CHARACTERS = 256 * 1024  # as a frame holds them, which may take six for one
OVERLAP = 200
"""Characters that a piece of a long text has of the piece before it, so that nothing that matters is cut in two."""
OF_FUNCTION = 0x1
"""The flag of code whose docstring is its first constant (CO_OPTIMIZED); modules and classes assign theirs."""
READERS_OF_DOCSTRINGS = ("__doc__", "getdoc")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def literals(code: CodeType, source: bytes) -> list[str]:
    """List the texts that stand in a program, however deep in its functions: long ones in pieces, not endlessly many.

    A docstring is one only where the program reads docstrings. `code` is what the source was compiled to.
    """
    if any(map(_may_be_documented, _all_in(code))):
        with contextlib.suppress(RecursionError):  # Python 3.10 can compile more than it can show of itself
            code = _without_docstrings(code, source)
    told: list[str] = []
    room = MAX_CHARACTERS
    for piece in dict.fromkeys(
        piece for each in _all_in(code) for text in _texts(each.co_consts) for piece in _pieces(text)
    ):
        room -= len(encode_basestring_ascii(piece)) + 2
        if room < 0 or len(told) == MAX_LITERALS:
            break
        told.append(piece)
    return told


def _may_be_documented(code: CodeType) -> bool:
    """Tell whether there may be docstrings: only then is the source taken apart, which takes four times as long."""
    if "__doc__" in code.co_names:
        return True
    return bool(code.co_flags & OF_FUNCTION) and isinstance(next(iter(code.co_consts), None), str)


def _without_docstrings(code: CodeType, source: bytes) -> CodeType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python has warned already
        tree = ast.parse(source, code.co_filename)
        if not any(map(_reads_docstrings, ast.walk(tree))):
            _drop_docstrings(tree)
        return compile(tree, code.co_filename, "exec", dont_inherit=True)


def _reads_docstrings(node: ast.AST) -> bool:
    named = {value for name in ("id", "attr", "value", "name") if isinstance(value := getattr(node, name, None), str)}
    return not named.isdisjoint(READERS_OF_DOCSTRINGS)


def _drop_docstrings(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        while isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            nothing = ast.copy_location(ast.Pass(), node.body[0])
            node.body = node.body[1:] or [nothing]  # with nothing in between: imports from __future__ come first


def _all_in(code: CodeType) -> Iterator[CodeType]:
    """Yield code and all that is defined in it, however deep: deeper than Python calls itself."""
    waiting = [code]
    for each in waiting:  # which grows meanwhile
        yield each
        waiting += (constant for constant in each.co_consts if isinstance(constant, CodeType))


def _texts(constants: Iterable[object]) -> Iterator[str]:
    inner = ""
    for constant in constants:
        if isinstance(constant, str):
            if not (inner and constant.endswith(inner)):  # Python 3.10 has a function's full name after its code
                yield constant
        elif isinstance(constant, bytes):
            yield constant.decode("latin-1")
        elif isinstance(constant, tuple | frozenset):
            yield from _texts(constant)
        inner = f".<locals>.{constant.co_name}" if isinstance(constant, CodeType) else ""


def _pieces(text: str) -> Iterator[str]:
    shown = sendable(text)
    yield shown[:SHORT]
    for start in range(SHORT - OVERLAP, len(shown) - OVERLAP, SHORT - OVERLAP):
        yield shown[start : start + SHORT]
