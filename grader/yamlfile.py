"""YAML with positions: YAML 1.2's plain values, no key twice, no aliases, and the line and column of every value.

PyYAML reads YAML 1.1, where `no` is false and `12:30` is 750; the tags here are those of the core schema of
YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), so that what an author or a student typed is what is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML without libyaml: the same documents, slower
    from yaml import SafeLoader  # type: ignore[assignment]

_CORE_SCHEMA = {
    "bool": re.compile(r"(?:true|True|TRUE|false|False|FALSE)$"),
    "int": re.compile(r"(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$"),
    "float": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"),
    "null": re.compile(r"(?:~|null|Null|NULL|)$"),
}
_FIRST = {"bool": [*"tTfF"], "int": [*"-+0123456789"], "float": [*"-+.0123456789"], "null": ["~", "n", "N", ""]}
"""The characters that each kind can begin with."""

PREFIX = "tag:yaml.org,2002:"
MAX_DEPTH = 100
SAFE_DEPTH = 1000
"""What a document may hold, and what the stack of its composer can bear at least."""
TOO_DEEP = "this is nested too deeply"
MAX_DIGITS = 100


class YamlError(Exception):
    """The text is not a YAML document that we take: `line` and `column` count from one."""

    def __init__(self, sentence: str, line: int, column: int) -> None:
        super().__init__(sentence)
        self.sentence, self.line, self.column = sentence, line, column


@dataclass(frozen=True)
class Document:
    """A parsed document: its plain data, and where each part of it stands."""

    data: Any
    root: yaml.Node | None

    def position(self, path: Sequence[str | int], *, at_key: bool = False) -> tuple[int, int]:
        """Give line and column of the value at the path, or of its key.

        Steps of the path that are not in the document are passed over, so that the nearest place is told.
        """
        node, mark = self.root, self.root.start_mark if self.root else None
        for step in path:
            if isinstance(node, yaml.MappingNode):
                found = next(((key, value) for key, value in node.value if key.value == step), None)
                if found:
                    mark, node = found[0 if at_key else 1].start_mark, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                mark = node.start_mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def parse(text: str) -> Document:
    """Read one document; raises YamlError at the first thing that cannot be read."""
    try:
        _refuse_depth(text)
        root = _Loader(text).get_single_node()
        return Document(_Reading(text).data(root) if root else None, root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError(error.problem or "this is not YAML", line, column) from error
    except RecursionError as error:
        raise YamlError("this is nested too deeply", 1, 1) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError("this character is not allowed in YAML", line, 1) from error


def _refuse_depth(text: str) -> None:
    """Refuse a text that goes so deep that it cannot be composed; raises MarkedYAMLError."""
    if sum(text.count(opening) for opening in "[{-?") <= SAFE_DEPTH:
        return
    depth = 0
    for event in yaml.parse(text, Loader=SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise _fault(TOO_DEEP, event)


class _Loader(SafeLoader):
    """PyYAML's composer, with the plain values of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML declares it as an instance attribute


class _Reading:
    """The nodes of one document made into data; raises MarkedYAMLError at the first that is not used here."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: set[int] = set()

    def data(self, node: yaml.Node, depth: int = 1) -> Any:  # noqa: ANN401 - whatever the document says
        """Give what a node, and all in it, says."""
        self._refuse_alias(node)
        if depth > MAX_DEPTH:
            raise _fault(TOO_DEEP, node)
        kind = node.tag.removeprefix(PREFIX)
        if isinstance(node, yaml.ScalarNode) and kind == "str":
            return node.value
        if isinstance(node, yaml.ScalarNode) and kind in _CORE_SCHEMA:
            return _plain(kind, node)
        if isinstance(node, yaml.MappingNode) and kind == "map":
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode) and kind == "seq":
            return [self.data(part, depth + 1) for part in node.value]
        known = kind in {*_CORE_SCHEMA, "str", "map", "seq"}
        tag = node.tag.replace(PREFIX, "!!")
        raise _fault(f"this is no {kind}" if known else f"the tag '{tag}' is not used here", node)

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.value:
            self._refuse_alias(key)
            if not isinstance(key, yaml.ScalarNode) or key.tag != f"{PREFIX}str":
                raise _fault("a key must be a word", key)
            if key.value in made:
                raise _fault(f"'{key.value}' stands here a second time", key)
            made[key.value] = self.data(value, depth + 1)
        return made

    def _refuse_alias(self, node: yaml.Node) -> None:
        if id(node) in self._read:
            events = yaml.parse(self._text, Loader=SafeLoader)
            raise _fault(
                "an alias (*name) is not used here",
                next(event for event in events if isinstance(event, yaml.AliasEvent)),
            )
        self._read.add(id(node))


def _plain(kind: str, node: yaml.ScalarNode) -> bool | float | None:
    """Give the value of a plain word of the core schema."""
    text = node.value
    if not _CORE_SCHEMA[kind].fullmatch(text):
        raise _fault(f"this is no {kind}", node)
    match kind:
        case "bool":
            return bool(text.lower() == "true")
        case "int":
            if len(text) > MAX_DIGITS:
                raise _fault("this number is too long", node)
            return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
        case "float":
            return float(text)
        case _:
            return None


def _fault(problem: str, node: yaml.Node | yaml.Event) -> yaml.MarkedYAMLError:
    mark = node.start_mark
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)  # type: ignore[arg-type] # libyaml's are alike


for _kind, _pattern in _CORE_SCHEMA.items():
    _Loader.add_implicit_resolver(f"{PREFIX}{_kind}", _pattern, _FIRST[_kind])
