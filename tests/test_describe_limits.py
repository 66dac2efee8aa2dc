"""Values told within limits: whatever a program gives, what is told of it ends, can be sent and is taken as a value."""

from __future__ import annotations

import decimal
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.evidence import Value, plain
from grader.sandbox import describe
from grader.sandbox.wire import MAX_FRAME


def depth(told: dict[str, Any]) -> int:
    """Count how far lists are told within lists."""
    return 1 + depth(told["items"][0]) if told.get("items") else 0


def test_depth_has_a_limit() -> None:
    """What is nested more deeply is told by its type."""
    nested: list[Any] = []
    for _ in range(50):
        nested = [nested]
    assert depth(describe.value(nested)) == describe.MAX_DEPTH == 20


def test_a_cycle_ends() -> None:
    """A list and a dict that hold themselves are told to the limits."""
    endless: list[Any] = []
    endless += [endless, {"a": endless}]
    Value.model_validate_json(json.dumps(describe.value(endless)))
    assert len(json.dumps(describe.value(endless))) < MAX_FRAME


@pytest.mark.parametrize(
    ("thing", "whole"),
    [
        ([0] * 1999, True),
        ([0] * 2000, False),
        (dict.fromkeys(range(999)), True),
        (dict.fromkeys(range(1000)), False),
        ("x" * 65_000, True),
        ("x" * 66_000, False),
        ("\xff" * 10_000, True),
        ("\xff" * 11_000, False),
    ],
    ids=["list", "long_list", "dict", "large_dict", "text", "long_text", "accents", "many_accents"],
)
def test_size_has_a_limit(thing: list[int] | dict[int, None] | str, *, whole: bool) -> None:
    """What is larger is told by its type and size, a text by its beginning, too."""
    told = describe.value(thing)
    assert told["size"] == len(thing)
    assert bool({"data", "items", "pairs"} & told.keys()) is whole
    assert whole or isinstance(thing, list | dict) or told["text"] == thing[: describe.SHORT]


@pytest.mark.parametrize("part", [[0] * 1500, "x" * 40_000, {"a": [0] * 1500}], ids=["list", "text", "list_in_dict"])
def test_limits_are_for_the_whole(part: object) -> None:
    """A second part that would fit alone is told shortly when the first has taken what there is."""
    first, second = describe.value([part, part])["items"]
    assert len(json.dumps(first)) > 10 * len(json.dumps(second))


def test_nothing_is_told_of_too_many_parts_but_their_types() -> None:
    """When the limit is reached within a list the rest of it is told by types."""
    told = describe.value([["a"] * 1900, *[0] * 99])
    assert told["items"][-2:] == [{"type": "int", "data": 0}, {"type": "int"}]


@pytest.mark.parametrize(
    "thing",
    [
        pytest.param("x" * 70_000, id="text"),
        pytest.param([["x" * 30] * 100] * 19, id="nested"),
        pytest.param("\N{GRINNING FACE}" * 60_000, id="emoji"),
        pytest.param([b"\xff" * 1000] * 1900, id="bytes"),
        pytest.param(["\xff" * 40_000] * 1900, id="long_texts"),
        pytest.param([decimal.Decimal("1" * 1000)] * 1900, id="decimals"),
    ],
)
def test_every_value_fits_into_a_frame(thing: object) -> None:
    """However large a value is, what is told of it can be sent."""
    assert len(json.dumps(describe.value(thing))) < MAX_FRAME


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=20) | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text() | st.integers() | st.booleans(), inner, max_size=5)
    ),
    max_leaves=30,
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(1 - 2**63, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
    max_leaves=30,
)


@given(PLAIN)
@settings(max_examples=200)
def test_what_is_told_is_always_valid(thing: object) -> None:
    """Whatever plain data is told of, it can be sent and is taken as a value."""
    told = json.dumps(describe.value(thing), allow_nan=False)
    assert Value.model_validate_json(told).type == describe.type_name(thing)


@given(JSON)
@settings(max_examples=200)
def test_plain_data_comes_through(thing: object) -> None:
    """What JSON could hold is the same after it was told and rebuilt, to the types of its parts."""
    rebuilt = plain(Value.model_validate_json(json.dumps(describe.value(thing))))
    assert json.dumps(rebuilt) == json.dumps(thing)


@pytest.mark.parametrize("thing", ["\ud800", {"\udfff": 1}, ["a\ud800b"]], ids=["text", "key", "in_a_list"])
def test_surrogates_are_valid(thing: object) -> None:
    """Half of a surrogate pair is text in Python, and what is told of it is taken like any other."""
    Value.model_validate_json(json.dumps(describe.value(thing)))
