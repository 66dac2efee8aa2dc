"""A program's mutants: the same ones every time, no two alike, and none that is the program itself or a known one."""

from __future__ import annotations

import ast
import difflib
import itertools
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType
from typing import TypeAlias

from grader.mutation.general import GENERAL, unreached
from grader.mutation.sight import Asked, Sight
from grader.mutation.spot import Spot, spots
from grader.mutation.times import TIMES
from grader.mutation.tokens import TOKENS
from grader.mutation.web import WEB

PROBE = unreached.__name__
OPERATORS = {operator.__name__: operator for operator in (unreached, *TOKENS, *TIMES, *WEB, *GENERAL)}

Meaning: TypeAlias = tuple[object, ...]
"""What a program is compiled to, without names of lines: programs that mean the same to Python are the same."""


@dataclass(frozen=True)
class Mutant:
    """A program with one change, in this line of the original.

    `change` is what became of the place itself, `before` and `after` are the lines that it stands in, spelt as Python
    spells them. `statement` is the number of the statement that it is in, `behind` are those that must be reached
    for it to be.
    """

    operator: str
    line: int
    change: str
    before: str
    after: str
    source: str
    statement: int
    behind: frozenset[int]


def mutants(source: str, asked: Asked, seen: set[Meaning]) -> Iterator[Mutant]:
    """Yield every mutant of a program that has not been seen yet; those that are yielded have been."""
    tree = ast.parse(source)
    original = ast.unparse(tree)
    own = meaning(original)
    numbers, behind = _statements(tree)
    for spot in sorted(spots(tree, Sight(tree, asked)), key=lambda spot: _position(spot.node)):
        for name, operator in OPERATORS.items():
            for replacement in operator(spot):
                mutated = spot.with_(replacement, tree)
                found = meaning(mutated)
                if found is None or found == own or found in seen:
                    continue
                seen.add(found)
                before, after = _differing(original, mutated)
                change = f"{_spelt(spot.node)} -> {_spelt(replacement) if replacement else 'nothing'}"
                number = numbers.get(id(spot.node), -1)
                needed = behind.get(id(spot.node), frozenset()) | _of_the_only_branch(spot, name, numbers)
                yield Mutant(name, _position(spot.node)[0], change, before, after, f"{mutated}\n", number, needed)


def meaning(source: str) -> Meaning | None:
    """Tell what a program is compiled to; nothing if it is none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _meaning(compile(source, "", "exec", dont_inherit=True))
    except (SyntaxError, ValueError):
        return None


def _meaning(code: CodeType) -> Meaning:
    held = tuple(_meaning(each) if isinstance(each, CodeType) else (type(each), repr(each)) for each in code.co_consts)
    caught = getattr(code, "co_exceptiontable", b"")
    return (code.co_code, held, code.co_names, code.co_varnames, code.co_argcount, code.co_flags, caught)


def _statements(tree: ast.AST) -> tuple[dict[int, int], dict[int, frozenset[int]]]:
    """Number the statements; for every node give its own statement and those that are reached if it is.

    Nobody gets into the middle of a block: what comes before a statement there is reached if the statement is.
    """
    numbers: dict[int, int] = {}
    behind: dict[int, frozenset[int]] = {}
    fresh = itertools.count(1)

    def walk(node: ast.AST, number: int, needed: frozenset[int]) -> None:
        numbers[id(node)], behind[id(node)] = number, needed
        for _, held in ast.iter_fields(node):
            passed = needed
            for child in held if isinstance(held, list) else [held]:
                if isinstance(child, ast.stmt):
                    own = next(fresh)
                    passed |= {own}
                    walk(child, own, passed)
                elif isinstance(child, ast.AST):
                    walk(child, number, needed)

    walk(tree, 0, frozenset())
    return numbers, behind


def _of_the_only_branch(spot: Spot, operator: str, numbers: dict[int, int]) -> frozenset[int]:
    """Leaving out an `if` whose only branch is never taken changes nothing."""
    match spot.node:
        case ast.If(body=[first, *_], orelse=[]) if operator == "forget_statement":
            return frozenset({numbers[id(first)]})
    return frozenset()


def _position(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _spelt(node: ast.AST) -> str:
    return ast.unparse(node).partition("\n")[0]


def _differing(original: str, mutated: str) -> tuple[str, str]:
    old, new = original.splitlines(), mutated.splitlines()
    parts = [
        each for each in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if each[0] != "equal"
    ]
    before = [line.strip() for _, start, end, _, _ in parts for line in old[start:end]]
    after = [line.strip() for _, _, _, start, end in parts for line in new[start:end]]
    return "; ".join(before), "; ".join(after)
