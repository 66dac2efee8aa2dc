"""Values and exceptions told as plain data: exact types, within limits, with none of the program's own code run."""

from __future__ import annotations

import datetime as dt
import decimal
import json
import math
import uuid
from collections import Counter, OrderedDict, deque
from enum import IntEnum
from typing import Any, NoReturn

import pytest

from grader.sandbox import describe


class Colour(IntEnum):
    """A number of a type of its own."""

    RED = 1


def text(data: str) -> dict[str, Any]:
    """Give what is told of a short text."""
    return {"type": "str", "size": len(data), "data": data}


ONE = {"type": "int", "data": 1}
TOLD: dict[str, tuple[object, dict[str, Any]]] = {
    "None": (None, {"type": "NoneType", "data": None}),
    "True": (True, {"type": "bool", "data": True}),
    "1": (1, ONE),
    "1.0": (1.0, {"type": "float", "data": 1.0}),
    "-0.0": (-0.0, {"type": "float", "data": -0.0}),
    "63_bits": (2**63 - 1, {"type": "int", "data": 2**63 - 1}),
    "-63_bits": (1 - 2**63, {"type": "int", "data": 1 - 2**63}),
    "64_bits": (2**64, {"type": "int", "text": "a number of 65 bits"}),
    "huge": (10**5000, {"type": "int", "text": "a number of 16610 bits"}),
    "nan": (math.nan, {"type": "float", "text": "nan"}),
    "inf": (-math.inf, {"type": "float", "text": "-inf"}),
    "text": ("1", text("1")),
    "empty": ("", text("")),
    "nul": ("\0\x1b", text("\0\x1b")),
    "bytes": (b"a\xff", {"type": "bytes", "size": 2, "text": "a\xff"}),
    "bytearray": (bytearray(b"a"), {"type": "bytearray", "size": 1, "text": "a"}),
    "long_bytes": (b"a" * 1001, {"type": "bytes", "size": 1001, "text": "a" * 1000}),
    "list": ([1, "a"], {"type": "list", "size": 2, "items": [ONE, text("a")]}),
    "tuple": ((1,), {"type": "tuple", "size": 1, "items": [ONE]}),
    "set": ({1}, {"type": "set", "size": 1, "items": [ONE]}),
    "frozenset": (frozenset(), {"type": "frozenset", "size": 0, "items": []}),
    "dict": ({"a": 1, 1: "a"}, {"type": "dict", "size": 2, "pairs": [[text("a"), ONE], [ONE, text("a")]]}),
    "timedelta": (dt.timedelta(minutes=30), {"type": "datetime.timedelta", "text": "datetime.timedelta(seconds=1800)"}),
    "decimal": (decimal.Decimal("1.5"), {"type": "decimal.Decimal", "text": "Decimal('1.5')"}),
    "uuid": (uuid.UUID(int=1), {"type": "uuid.UUID", "text": "UUID('00000000-0000-0000-0000-000000000001')"}),
    "datetime": (dt.datetime(2031, 3, 4, tzinfo=dt.timezone.utc), {"type": "datetime.datetime"}),
    "ordered_dict": (OrderedDict(a=1), {"type": "collections.OrderedDict"}),
    "counter": (Counter("a"), {"type": "collections.Counter"}),
    "deque": (deque([1]), {"type": "collections.deque"}),
    "enum": (Colour.RED, {"type": "test_describe.Colour"}),
    "class": (int, {"type": "type"}),
    "function": (len, {"type": "builtin_function_or_method"}),
    "object": (object(), {"type": "object"}),
}


@pytest.mark.parametrize(("thing", "told"), TOLD.values(), ids=TOLD)
def test_value(thing: object, told: dict[str, Any]) -> None:
    """A plain value is told by its exact type and what it holds, any other by its type alone."""
    found = describe.value(thing)
    assert json.dumps(found) == json.dumps({"type": found["type"], **told})
    assert found["type"] == told["type"]


def trap(*_args: object, **_options: object) -> NoReturn:
    """Stand for code of the student's."""
    pytest.fail("code of the program was run")


TRAPS = (
    "__repr__",
    "__str__",
    "__len__",
    "__iter__",
    "__eq__",
    "__hash__",
    "__getitem__",
    "__bool__",
    "__format__",
    "items",
    "bit_length",
)
BASES: tuple[type, ...] = (object, str, int, float, bytes, list, tuple, set, dict, dt.timedelta, decimal.Decimal)


@pytest.mark.parametrize("base", BASES)
def test_a_subclass_is_not_looked_into(base: type) -> None:
    """A value of the program's own type is told by the type's name, whatever it is derived from or says of itself."""
    lies = {"__class__": property(trap), "__getattribute__": trap, **dict.fromkeys(TRAPS, trap)}
    kind: Any = type("Own", (base,), lies)
    own = kind.__new__(kind)
    assert describe.value(own) == {"type": "test_describe.Own"}
    inside = describe.value([own])
    assert inside == {"type": "list", "size": 1, "items": [{"type": "test_describe.Own"}]}


def test_a_metaclass_is_not_asked() -> None:
    """Not even the name of a class runs code of the program's."""
    meta = type("Meta", (type,), {"__getattribute__": trap})
    assert describe.value(meta("Own", (), {})())["type"].endswith("Own")


def test_a_module_is_named_by_a_text() -> None:
    """What stands in the place of a module's name is not run, either."""
    name = type("Name", (), {"__str__": trap})()
    assert describe.value(type("Own", (), {"__module__": name})())["type"].endswith("Own")


def test_names_of_types() -> None:
    """Built-in types and those of the script itself are named without a module, others with theirs."""

    class Inner:
        pass

    assert describe.type_name(Inner()) == "test_describe.test_names_of_types.<locals>.Inner"
    assert describe.type_name(type("Own", (), {"__module__": "__main__"})()) == "Own"
    assert describe.type_name(KeyError()) == "KeyError"
