"""YAML as authors and students mean it: YAML 1.2's plain values, every fault with its place, nothing clever."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support import environment

from grader.yamlfile import YamlError, parse


def fault(text: str) -> str:
    """Give the fault of a text as `line:column: sentence`."""
    with pytest.raises(YamlError) as caught:
        parse(text)
    error = caught.value
    return f"{error.line}:{error.column}: {error.sentence}"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("2026-01-01", "2026-01-01"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("=", "="),
        ("tRUE", "tRUE"),
        (".inf", ".inf"),
        ("A", "A"),
        ("'12'", "12"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("FALSE", False),
        ("12", 12),
        ("-3", -3),
        ("+12", 12),
        ("017", 17),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("", None),
    ],
)
def test_plain_values_are_those_of_yaml_1_2(written: str, read: object) -> None:
    """A plain value is what was typed: no country is false, no time of day a number, no octal by a leading zero."""
    value = parse(f"a: {written}\n").data["a"]
    assert value == read
    assert type(value) is type(read)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", "3:1: 'a' stands here a second time", id="a key twice"),
        pytest.param("a: {b: 1, b: 2}\n", "1:11: 'b' stands here a second time", id="a key twice, inside"),
        pytest.param("a: [&x {b: 1}, *x]\n", "1:16: an alias (*name) is not used here", id="alias"),
        pytest.param("a: &x [*x]\n", "1:8: an alias (*name) is not used here", id="alias of itself"),
        pytest.param("a: &x {b: 1}\nc: {<<: *x}\n", "2:9: an alias (*name) is not used here", id="merge key"),
        pytest.param("a: *x\n", "1:4: found undefined alias", id="alias of nothing"),
        pytest.param("a: b: c\n", "1:5: mapping values are not allowed in this context", id="two colons"),
        pytest.param("a: 1\n  b: 2\n", "2:4: mapping values are not allowed in this context", id="indentation"),
        pytest.param("a: [1, 2\nb: 3\n", "2:2: did not find expected ',' or ']'", id="bracket"),
        pytest.param("a: 'x\nb: 2\n", "3:1: found unexpected end of stream", id="quote"),
        pytest.param("a:\n\t- b\n", "2:1: found character that cannot start any token", id="tab"),
        pytest.param("1: a\n", "1:1: a key must be a word", id="a number as a key"),
        pytest.param("a: 1\n[b]: c\n", "2:1: a key must be a word", id="a list as a key"),
        pytest.param("a: 1\nb: \x07\n", "2:1: this character is not allowed in YAML", id="control character"),
        pytest.param("a: 1\n---\nb: 2\n", "2:1: but found another document", id="two documents"),
        pytest.param("a: " + "[" * 900 + "]" * 900, "1:103: this is nested too deeply", id="depth"),
        pytest.param("a: " + "9" * 5000, "1:4: this number is too long", id="long number"),
        pytest.param("a: &x hi\nb: *x\n", "2:4: an alias (*name) is not used here", id="alias of a text"),
        pytest.param("a: 1\nb: !!bool x\n", "2:4: this is no bool", id="no bool"),
        pytest.param("a: 1\nb: !!int x\n", "2:4: this is no int", id="no int"),
        pytest.param("a: 1\nb: !!float x\n", "2:4: this is no float", id="no float"),
        pytest.param("a: 0x" + "f" * 5000, "1:4: this number is too long", id="long number in hex"),
        pytest.param("a: !!binary aGk=\n", "1:4: the tag '!!binary' is not used here", id="bytes"),
        pytest.param("a: !!set {b}\n", "1:4: the tag '!!set' is not used here", id="set"),
        pytest.param("a: !!timestamp x\n", "1:4: the tag '!!timestamp' is not used here", id="timestamp"),
        pytest.param("a: !own x\n", "1:4: the tag '!own' is not used here", id="own tag"),
        pytest.param(
            "a: !!python/object/apply:os.getcwd []\n",
            "1:4: the tag '!!python/object/apply:os.getcwd' is not used here",
            id="object of Python",
        ),
    ],
)
def test_what_is_not_taken_is_told_with_its_place(text: str, told: str) -> None:
    """A text that is no YAML, or more YAML than is used here, is one sentence with line and column."""
    assert fault(text) == told


def test_depth_of_a_whole_file_does_not_end_the_process() -> None:
    """The deepest text that fits into a file of 256 KiB is told as too deep."""
    program = "from grader.yamlfile import YamlError, parse\ntry: parse('[' * 262144)\nexcept YamlError: print('told')"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, check=False, encoding="utf-8"
    )
    assert done.stdout == "told\n"


def test_depth_by_indentation_is_depth() -> None:
    """A text that goes deep by indentation alone, which needs no sign, is told as too deep."""
    assert fault("".join(" " * depth + "a:\n" for depth in range(400))).endswith(": this is nested too deeply")


DOCUMENT = parse("slug: x\ntask:\n  checks:\n    - {id: a, of: run}\n    - id: b\n      of: made\n")


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("slug",), (1, 7), (1, 1)),
        (("task",), (3, 3), (2, 1)),
        (("task", "checks"), (4, 5), (3, 3)),
        (("task", "checks", 0), (4, 7), (4, 7)),
        (("task", "checks", 0, "of"), (4, 19), (4, 15)),
        (("task", "checks", 1, "of"), (6, 11), (6, 7)),
        (("task", "checks", 1, "needs"), (5, 7), (5, 7)),
        (("task", "checks", 2), (4, 5), (3, 3)),
        (("task", "checks", 7), (4, 5), (3, 3)),
        (("question", "answer"), (1, 1), (1, 1)),
    ],
)
def test_position_is_that_of_the_nearest_place(
    path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    """A path leads to a value or its key; where it leads nowhere, to the last place on the way."""
    assert DOCUMENT.position(path) == value
    assert DOCUMENT.position(path, at_key=True) == key


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_nothing_is_a_document_at_its_beginning(text: str) -> None:
    """An empty text holds nothing, and what is missing there is missing at its beginning."""
    document = parse(text)
    assert document.data is None
    assert document.position(("slug",)) == (1, 1)


def test_crlf_and_byte_order_mark_change_nothing() -> None:
    """A file that was saved on Windows reads the same, and its lines count the same."""
    assert parse("\ufeffa: 1\r\nb: x\r\n").data == {"a": 1, "b": "x"}
    assert fault("a: 1\r\nb: 2\r\na: 3\r\n") == "3:1: 'a' stands here a second time"
