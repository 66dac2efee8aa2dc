"""One place in a program's syntax tree: what stands there, in what, and what becomes of it when it is changed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from grader.mutation.sight import Sight, called


@dataclass(frozen=True)
class Spot:
    """A node, and where it hangs: in this field of its parent, at this index if the field is a list."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    sight: Sight

    def is_in(self, kind: type[ast.AST], *fields: str) -> bool:
        """Tell whether the parent is of this kind, and the node in one of these fields of it."""
        return isinstance(self.parent, kind) and self.field in fields

    @property
    def is_key(self) -> bool:
        """Whether this is what an entry is called, where a dict is written or read."""
        path = isinstance(self.node, ast.Constant) and str(self.node.value).startswith("/")
        reads = called(self.parent) in ("get", "pop", "setdefault") and not path  # but `app.get("/")` does not
        return self.is_in(ast.Dict, "keys") or self.is_in(ast.Subscript, "slice") or (reads and self.index == 0)

    @property
    def is_status(self) -> bool:
        """Whether this is the status of an answer."""
        first = called(self.parent) == "HTTPException" and self.field == "args" and self.index == 0
        return first or (isinstance(self.parent, ast.keyword) and self.parent.arg == "status_code")

    def with_(self, replacement: ast.AST | None, tree: ast.AST) -> str:
        """Give the program with something else in this place, or without what is here; the tree stays as it was."""
        held = {name: getattr(self.parent, name) for name in self._fields(replacement)}
        try:
            for name, old in held.items():
                setattr(self.parent, name, self._without(old, replacement))
            return ast.unparse(tree)
        finally:
            for name, old in held.items():
                setattr(self.parent, name, old)

    def _fields(self, replacement: ast.AST | None) -> tuple[str, ...]:
        """Name the fields that change: with an entry's key its value goes, too."""
        goes = replacement is None and self.is_in(ast.Dict, "keys")
        return (self.field, "values") if goes else (self.field,)

    def _without(self, held: list[ast.AST | None] | ast.AST, replacement: ast.AST | None) -> object:
        if not isinstance(held, list) or self.index is None:
            return replacement
        put = ast.Pass() if replacement is None and isinstance(self.node, ast.stmt) else replacement
        return [*held[: self.index], *([put] if put else []), *held[self.index + 1 :]]


Operator: TypeAlias = Callable[[Spot], Iterator[ast.AST | None]]
"""Given a place, yields what to put there; None takes away what is there."""


def spots(tree: ast.AST, sight: Sight) -> Iterator[Spot]:
    """Yield every place of a program that a check could see, in the order in which they are written."""
    for parent in ast.walk(tree):
        for name, held in ast.iter_fields(parent):
            for index, node in enumerate(held) if isinstance(held, list) else [(None, held)]:
                if isinstance(node, ast.AST) and sight.sees(node):
                    yield Spot(node, parent, name, index, sight)
