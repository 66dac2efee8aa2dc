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
        loader = _Loader(text)
        root = loader.get_single_node()
        return Document(loader.construct_document(root) if root else None, root)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError(error.problem or "this is not YAML", line, column) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise YamlError("this character is not allowed in YAML", line, 1) from error
    except (RecursionError, ValueError) as error:
        sentence = "this is nested too deeply" if isinstance(error, RecursionError) else "this number is too long"
        raise YamlError(sentence, 1, 1) from error


class _Loader(SafeLoader):
    """PyYAML's safe loader with the plain values of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML declares it as an instance attribute

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._seen: set[int] = set()

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:  # noqa: ARG002 - PyYAML's signature
        if isinstance(node, yaml.CollectionNode):
            if id(node) in self._seen:
                raise yaml.constructor.ConstructorError(
                    None, None, "an alias (*name) is not used here", node.start_mark
                )
            self._seen.add(id(node))
        return super().construct_object(node, deep=True)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: ARG002
        keys: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
                raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key.start_mark)
            if key.value in keys:
                problem = f"'{key.value}' stands here a second time"
                raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
            keys.add(key.value)
        return super().construct_mapping(node, deep=True)


def _construct_int(loader: _Loader, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    return int(text, 0) if text.startswith(("0o", "0x")) else int(text)


for _tag, (_pattern, _first) in _CORE_SCHEMA.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))
_Loader.add_constructor("tag:yaml.org,2002:int", _construct_int)
