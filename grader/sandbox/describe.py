"""Values and exceptions of a student's program told as plain JSON: exact types, within limits, none of its code run.

Only exact built-in types are looked into. A value of any other type is told by its type's name, because even its
`repr` would be the student's code.
"""

from __future__ import annotations

import builtins
import datetime as dt
import decimal
import json
import math
import traceback
import uuid
from collections.abc import Callable, Iterable
from typing import Any

MAX_CHARACTERS = 65_536  # as a frame holds them, which may take six for one
MAX_NODES = 2_000
MAX_DEPTH = 20
MAX_LINES = 1_000_000
MAX_CAUSES = 10
SHORT = 1_000

GROUP: Any = getattr(builtins, "BaseExceptionGroup", None)
"""Exceptions that are raised together, since Python 3.11."""

Told = dict[str, Any]


class _Budget:
    """How much may still be told of one whole value."""

    def __init__(self) -> None:
        self.characters = MAX_CHARACTERS
        self.nodes = MAX_NODES

    def allows(self, *, nodes: int = 0, characters: int = 0) -> bool:
        """Take this much, if there is as much left."""
        if nodes > self.nodes or characters > self.characters:
            return False
        self.nodes -= nodes
        self.characters -= characters
        return True


def value(thing: object) -> Told:
    """Tell a value: `type`, and `data`, `items` or `pairs` where it is plain and within the limits."""
    return _tell(thing, _Budget(), MAX_DEPTH)


def values(things: Iterable[object]) -> list[Told]:
    """Tell several values, as one is told, within the limits that one has."""
    budget = _Budget()
    return [_tell(thing, budget, MAX_DEPTH) for thing in things]


def error(exception: BaseException, file: str) -> Told:
    """Tell an exception: its type, its message, and the last line of the student's file that it passed."""
    frames = traceback.walk_tb(exception.__traceback__)
    line = next((line for frame, line in reversed(list(frames)) if frame.f_code.co_filename == file), None)
    try:
        message = str.__str__(str(exception))  # as a plain str: what `__str__` gave may have methods of its own
        if isinstance(exception, SyntaxError) and exception.filename == file:
            message, line = str.__str__(str(exception.msg)), exception.lineno
    except BaseException as fault:  # noqa: BLE001 - `__str__` may be the student's, and may raise anything
        message = f"(its text cannot be shown: {type_name(fault)})"
    return {"type": type_name(exception), "message": sendable(message)[:SHORT], "line": line_number(line)}


def causes(exception: BaseException) -> str:
    """Tell what Python shows of an exception beside itself: its notes, and the exceptions behind it and in it."""
    lines, waiting = _notes(exception), _others(exception)
    for other in waiting:  # which grows meanwhile
        lines += [f"{type_name(other)}: {error(other, '')['message']}", *_notes(other)]
        waiting += _others(other)[: MAX_CAUSES - len(waiting)]
    return "".join(f"{line}\n" for line in lines)


def line_number(thing: object) -> int | None:
    """Give what a line's number is said to be, if it can be one."""
    return thing if type(thing) is int and 0 < thing < MAX_LINES else None


def type_name(thing: object) -> str:
    """Name a value's type: `str`, `datetime.datetime`, `Token` for a class of the student's own script."""
    kind = type(thing)
    # By way of `type`, because a class may have a class of its own, which would be asked.
    module, name = (type.__dict__[key].__get__(kind) for key in ("__module__", "__qualname__"))
    shown = type(module) is str and module not in ("builtins", "__main__")
    name = str.__str__(name)
    return sendable(f"{module}.{name}" if shown else name)[:SHORT]


def sendable(text: str) -> str:
    """Put question marks for halves of surrogate pairs, which no frame can hold."""
    return text.encode("utf-8", "replace").decode()


def _others(exception: BaseException) -> list[BaseException]:
    """Give the exception behind one, and those in a group."""
    # By way of the base class, as a class of the student's may have members of its own by these names.
    cause, context, hidden = (
        BaseException.__dict__[name].__get__(exception) for name in ("__cause__", "__context__", "__suppress_context__")
    )
    behind: BaseException | None = cause if hidden else context
    grouped = GROUP.__dict__["exceptions"].__get__(exception) if GROUP and isinstance(exception, GROUP) else ()
    return [each for each in (*grouped, behind) if each is not None][:MAX_CAUSES]


def _notes(exception: BaseException) -> list[str]:
    notes = BaseException.__dict__["__dict__"].__get__(exception).get("__notes__")
    return [sendable(note) for note in notes if type(note) is str] if type(notes) is list else []


def _tell(thing: object, budget: _Budget, depth: int) -> Told:
    tell_more = _BY_EXACT_TYPE.get(type(thing))
    more = tell_more(thing, budget, depth) if tell_more and depth and budget.allows(nodes=1) else {}
    return {"type": type_name(thing), **more}


def _plain(thing: object, _budget: _Budget, _depth: int) -> Told:
    return {"data": thing}


def _integer(thing: int, _budget: _Budget, _depth: int) -> Told:
    return {"data": thing} if thing.bit_length() < 64 else {"text": f"a number of {thing.bit_length()} bits"}  # noqa: PLR2004 - bits


def _float(thing: float, _budget: _Budget, _depth: int) -> Told:
    return {"data": thing} if math.isfinite(thing) else {"text": repr(thing)}


def _text(thing: str, budget: _Budget, _depth: int) -> Told:
    plain = thing == sendable(thing) and budget.allows(characters=len(json.dumps(thing)) - 2)
    return {"size": len(thing), **({"data": thing} if plain else _excerpt(thing, budget))}


def _bytes(thing: bytes, budget: _Budget, _depth: int) -> Told:
    return {"size": len(thing), **_excerpt(thing[:SHORT].decode("latin-1"), budget)}


def _sequence(thing: list[object], budget: _Budget, depth: int) -> Told:
    items = {"items": [_tell(item, budget, depth - 1) for item in thing]} if len(thing) <= budget.nodes else {}
    return {"size": len(thing), **items}


def _mapping(thing: dict[object, object], budget: _Budget, depth: int) -> Told:
    if 2 * len(thing) > budget.nodes:
        return {"size": len(thing)}
    pairs = [[_tell(key, budget, depth - 1), _tell(item, budget, depth - 1)] for key, item in thing.items()]
    return {"size": len(thing), "pairs": pairs}


def _printed(thing: object, budget: _Budget, _depth: int) -> Told:
    return _excerpt(repr(thing), budget)


def _excerpt(text: str, budget: _Budget) -> Told:
    """Tell the beginning of a text, if there is room for that."""
    shown = sendable(text[:SHORT])
    return {"text": shown} if budget.allows(characters=len(json.dumps(shown))) else {}


_BY_EXACT_TYPE: dict[type, Callable[[Any, _Budget, int], Told]] = {
    type(None): _plain,
    bool: _plain,
    int: _integer,
    float: _float,
    str: _text,
    bytes: _bytes,
    bytearray: _bytes,
    list: _sequence,
    tuple: _sequence,
    set: _sequence,
    frozenset: _sequence,
    dict: _mapping,
    **dict.fromkeys((dt.timedelta, dt.timezone, dt.time, decimal.Decimal, uuid.UUID), _printed),
}
