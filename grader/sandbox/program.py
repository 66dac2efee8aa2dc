"""A student's program: its file loaded, its functions called, its names read, its application asked."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib.util
import io
import linecache
import sys
import types
import warnings
from functools import cached_property
from importlib.abc import MetaPathFinder
from types import CodeType
from typing import TYPE_CHECKING, Any

from grader.packages import OTHER_THAN_PYJWT
from grader.sandbox import describe, surroundings
from grader.sandbox.literals import literals
from grader.sandbox.recorder import hear_warnings

if TYPE_CHECKING:
    from grader.sandbox import web

Reply = dict[str, Any]
APPLICATION = "app"
MAX_NOTES = 50
"""So many warnings, calls of encode and names of one step are told."""


def hide_other_packages() -> None:
    """Let no other library for JWTs be found, so that a verdict does not depend on what is installed on a machine."""
    sys.meta_path.insert(0, _OtherPackages())


class Program:
    """A student's file, loaded afresh by each run, and what is noted while it is used."""

    def __init__(self, source: bytes, file: str) -> None:
        self.source, self.file = source, file
        self.names: dict[str, Any] | None = None
        self.client: web.Client | None = None
        self.warnings: list[warnings.WarningMessage] = []

    def literals(self) -> list[str]:
        """List the texts that stand in the file, none if Python cannot read it."""
        with contextlib.suppress(Exception):  # what is wrong with it is told by its run
            code, _ = self._compiled
            return literals(code, self.source)
        return []

    def run(self, *, script: bool, serves: bool) -> Reply:
        """Load the file: as `python file.py` would if it is a script, else as an import would, and start its app."""
        self.names = None
        self.client = None
        self.warnings = hear_warnings()
        name = "__main__" if script else self.file.removesuffix(".py")
        module = sys.modules[name] = types.ModuleType(name)
        module.__file__ = self.file
        code, heard = self._compiled
        self.warnings += heard
        linecache.cache[self.file] = self._as_cached
        try:
            exec(code, module.__dict__)  # noqa: S102 - this is what the process is for
        finally:
            if script:
                surroundings.end_script()
        self.names = module.__dict__
        if serves and (application := self.names.get(APPLICATION)):
            from grader.sandbox import web  # noqa: PLC0415 - loaded already where it is needed

            if not callable(application):
                kind = describe.type_name(application)
                raise TypeError(f"`{APPLICATION}` is not a FastAPI application, but of the type {kind}")
            self.client = web.Client(application)
        return {"end": "returned"}

    def call(self, name: str, args: list[Any]) -> Reply:
        """Call a function of the file, and tell its result and what became of its arguments."""
        args = [_received(arg) for arg in args]
        result = self._named(name)(*args)
        return {"end": "returned", "value": describe.value(result), "arguments": describe.values(args)}

    def read(self, name: str) -> Reply:
        """Read a name of the file."""
        return {"end": "returned", "value": describe.value(self._named(name))}

    def request(self, target: str, sends: dict[str, Any]) -> Reply:
        """Send a request to the application of the file, and tell its answer and what it raised meanwhile."""
        if self.client is None:
            self._named(APPLICATION)
            raise NotLoadedError
        answer = self.client.ask(target, sends)
        raised = [describe.error(error, self.file) for error in self.client.errors[:1]]
        return {"end": "returned", "value": describe.value(answer), **({"error": raised[0]} if raised else {})}

    @cached_property
    def _compiled(self) -> tuple[CodeType, list[warnings.WarningMessage]]:
        """The code of the file, and what Python warns of when it reads it."""
        heard = hear_warnings()
        return compile(self.source, self.file, "exec", dont_inherit=True), heard

    @cached_property
    def _as_cached(self) -> tuple[int, None, list[str], str]:
        """The source as `linecache` keeps it, for tracebacks and `inspect`: there is no file to look into."""
        is_plain = self.source.isascii()  # which takes no looking for an encoding
        text = self.source.decode() if is_plain else importlib.util.decode_source(self.source)
        return len(text), None, io.StringIO(text, newline=None).readlines(), self.file

    def _named(self, name: str) -> Any:  # noqa: ANN401 - the student's
        if self.names is None:
            raise NotLoadedError
        if name not in self.names:
            raise MissingError([known for known in self.names if not known.startswith("_")][:MAX_NOTES])
        return self.names[name]


class _OtherPackages(MetaPathFinder):
    @staticmethod
    def find_spec(fullname: str, *_: object) -> None:
        if fullname.partition(".")[0] in OTHER_THAN_PYJWT:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


class NotLoadedError(Exception):
    """The file did not load, so that there is nothing to call or read."""


class MissingError(Exception):
    """The file has no such name; the argument lists those that it has."""


def _received(arg: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Make what JSON cannot hold: `{"$timedelta": seconds}` is a length of time."""
    if isinstance(arg, dict) and arg.keys() == {"$timedelta"}:
        return dt.timedelta(seconds=arg["$timedelta"])
    return arg
