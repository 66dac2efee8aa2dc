"""What of a program no check could see: mistakes there are none, or nobody's business.

The words of the exercise decide, never its checks: what a check forgets must still be mutated, or nothing would be
found. What the brief and the starter name is asked for; the rest is the author's own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

LOGGERS = {"log", "logger", "logging", "warnings"}
ZONES = {"timezone", "ZoneInfo"}
READERS = {"get", "pop", "setdefault"}


class Asked:
    """The words in which an exercise says what it wants."""

    def __init__(self, text: str) -> None:
        self._text = text

    def names(self, word: str) -> bool:
        """Tell whether this word, or piece of code, stands in the exercise."""
        return re.search(rf"(?<!\w){re.escape(word.strip())}(?!\w)", self._text) is not None if word.strip() else False

    @property
    def printing(self) -> bool:
        """Whether something is to be printed."""
        return re.search(r"\bprint", self._text) is not None


class Sight:
    """Which nodes of a tree some check could see."""

    def __init__(self, tree: ast.AST, asked: Asked) -> None:
        self.asked = asked
        self._tree = tree
        self._unseen: set[int] = set()
        rules = (self._extra_entries, self._printed, self._serves_nothing, _words, _same_to_python)
        before = -1
        while before < len(self._unseen):  # what only serves something unseen is unseen, too
            before = len(self._unseen)
            for node in [node for node in ast.walk(tree) if self.sees(node)]:
                for hidden in (part for rule in rules for part in rule(node)):
                    self._unseen.update(id(part) for part in ast.walk(hidden))

    def sees(self, node: ast.AST) -> bool:
        """Tell whether a check could see what stands here."""
        return id(node) not in self._unseen

    def calls(self, names: set[str]) -> bool:
        """Tell whether the program calls anything of these names."""
        return any(called(node) in names for node in ast.walk(self._tree) if self.sees(node))

    @property
    def only_default_algorithm(self) -> bool:
        """Whether the only algorithm that the program names is the one that PyJWT's encode takes by default."""
        texts = (node.value for node in ast.walk(self._tree) if isinstance(node, ast.Constant))
        return {text for text in texts if isinstance(text, str) and re.fullmatch(r"[A-Z]{2}\d{3}", text)} == {"HS256"}

    def _extra_entries(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield claims, headers and other entries that nobody asked for."""
        match node:
            case ast.Dict():
                for key, value in zip(node.keys, node.values, strict=True):
                    if key and self._is_extra(key):
                        yield from (key, value)
            case ast.Assign(targets=[ast.Subscript(slice=key)]) if self._is_extra(key):
                yield node
            case ast.Call(func=ast.Name("dict")):
                yield from (each for each in node.keywords if each.arg and self._is_extra(ast.Constant(each.arg)))
            case ast.keyword(arg="headers", value=ast.Dict(keys=[_, *_] as keys)) if all(map(self._is_extra, keys)):
                yield node

    def _printed(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield what is printed or logged where nobody asked for it, and how, which shows in nothing that is read."""
        match node:
            case ast.Expr(value=ast.Call(func=ast.Name("print"))) if not self.asked.printing:
                yield node
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(name)))) if name in LOGGERS:
                yield node
            case ast.Assign(value=ast.Call(func=ast.Attribute(value=ast.Name("logging")))):
                yield node
            case ast.Call(func=ast.Name("print")):
                yield from (each for each in node.keywords if each.arg in {"end", "flush"})
            case ast.keyword(arg="file", value=ast.Attribute(value=ast.Name("sys"), attr="stdout")):
                yield node

    def _serves_nothing(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield a definition of something that only unseen code uses."""
        match node:
            case ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)):
                own = name
            case ast.FunctionDef(name=name, decorator_list=[]):
                own = name
            case _:
                return
        uses = [each for each in self._loads() if each.id == own]
        if uses and not self.asked.names(own) and not any(self.sees(each) for each in uses):
            yield node

    def _loads(self) -> Iterator[ast.Name]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                yield node

    def _is_extra(self, key: ast.AST | None) -> bool:
        if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
            return False
        return not self.asked.names(key.value) and not self._is_read(key.value)

    def _is_read(self, key: str) -> bool:
        for node in ast.walk(self._tree):
            match node:
                case ast.Subscript(slice=ast.Constant(value=read), ctx=ast.Load()):
                    pass
                case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=read), *_]) if name in READERS:
                    pass
                case _:
                    continue
            if read == key and self.sees(node):
                return True
        return False


def _words(node: ast.AST) -> Iterator[ast.AST]:
    """Yield words that are for people: texts of errors, and those for the page that documents an app."""
    match node:
        case ast.Raise(exc=ast.Call(args=args, func=function)) if "HTTPException" not in ast.unparse(function):
            yield from args
        case ast.Call(func=ast.Name("HTTPException"), args=[_, detail, *_]):
            yield detail
        case ast.keyword(arg="detail" | "description" | "summary" | "title" | "tags" | "tokenUrl"):
            yield node


def _same_to_python(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what makes no difference, or none to the one Python that this runs on."""
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) if "version_info" in ast.unparse(test):
            yield node
        case ast.ExceptHandler(type=ast.Name("ImportError" | "ModuleNotFoundError"), body=body):
            yield from body
        case ast.Call(func=ast.Name(name) | ast.Attribute(attr=name)) if name in ZONES:
            yield from (*node.args, *node.keywords)  # a moment that knows its zone is the same in any of them
        case ast.Call(func=ast.Name("dataclass")):
            yield from node.keywords  # how a class may be used, where nobody uses it otherwise
        case ast.Call(func=ast.Attribute(attr="encode" | "decode"), args=[ast.Constant("utf-8" | "ascii") as name]):
            yield name  # the default, and the same bytes for all that is in a token


def called(node: ast.AST) -> str:
    """Give the bare name of what a call calls; nothing for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
