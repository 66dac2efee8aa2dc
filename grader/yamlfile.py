"""YAML with positions: YAML 1.2's plain values, no key twice, no aliases, and the line and column of every value.

PyYAML reads YAML 1.1, where `no` is false and `12:30` is 750; the tags here are those of the core schema of
YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), so that what an author or a student typed is what is read.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML without libyaml: the same documents, slower
    from yaml import SafeLoader  # type: ignore[assignment]

_CORE_SCHEMA = {
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
}

PREFIX = "tag:yaml.org,2002:"
TAGS = {f"{PREFIX}{name}" for name in (*_CORE_SCHEMA, "str", "seq", "map")}
MAX_DEPTH = 100
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
        loader = _Loader(text)
        root = loader.get_single_node()
        return Document(loader.construct_document(root) if root else None, root)
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
    """Refuse a text that goes deeper than documents do; raises YamlError. What composes them uses the stack for it."""
    if sum(text.count(opening) for opening in "[{-?") <= MAX_DEPTH:
        return
    depth = 0
    for event in yaml.parse(text, Loader=SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            line, column = (event.start_mark.line + 1, event.start_mark.column + 1) if event.start_mark else (1, 1)
            raise YamlError("this is nested too deeply", line, column)


class _Loader(SafeLoader):
    """PyYAML's safe loader with the plain values of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML declares it as an instance attribute

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text
        self._seen: set[int] = set()

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: ARG002 - PyYAML's signature
        if id(node) in self._seen:
            events = yaml.parse(self._text, Loader=SafeLoader)
            alias = next(event for event in events if isinstance(event, yaml.AliasEvent))
            raise _fault("an alias (*name) is not used here", alias)
        self._seen.add(id(node))
        if node.tag not in TAGS:
            raise _fault(f"the tag '{node.tag.replace(PREFIX, '!!')}' is not used here", node)
        try:
            return super().construct_object(node, deep=True)
        except (AttributeError, KeyError, ValueError) as error:
            raise _fault(f"this is no {node.tag.replace(PREFIX, '')}", node) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: ARG002
        keys: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != f"{PREFIX}str":
                raise _fault("a key must be a word", key)
            if key.value in keys:
                raise _fault(f"'{key.value}' stands here a second time", key)
            keys.add(key.value)
        return super().construct_mapping(node, deep=True)


def _construct_int(loader: _Loader, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    if len(text) > MAX_DIGITS:
        raise _fault("this number is too long", node)
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


def _fault(problem: str, node: yaml.Node | yaml.Event) -> yaml.constructor.ConstructorError:
    mark = node.start_mark
    return yaml.constructor.ConstructorError(None, None, problem, mark)  # type: ignore[arg-type] # libyaml's are alike


for _tag, (_pattern, _first) in _CORE_SCHEMA.items():
    _Loader.add_implicit_resolver(f"{PREFIX}{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))
_Loader.add_constructor(f"{PREFIX}int", _construct_int)
