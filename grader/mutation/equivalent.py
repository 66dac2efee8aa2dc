"""Known mutants that are right after all, each with its reason: solutions/equivalent.yaml.

An entry names the mutants of some operators on a line of a file, by the text of that line, so that it outlives what
is done to other lines; or a change that is right wherever it is made, in some exercises.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError
from pydantic_core import ErrorDetails

from grader.catalog import did_you_mean
from grader.consistency import Fault
from grader.errors import UsageError
from grader.mutation.mutant import OPERATORS, Mutant
from grader.solutions import EQUIVALENT
from grader.vocabulary import Model, Slug, Text
from grader.yamlfile import Document, YamlError, parse


class OnALine(Model):
    """Mutants of one line of one file; `becomes` narrows it to one of them."""

    file: Annotated[str, Field(pattern=r"^(reference|accepted)/.+\.py$")]
    line: Text
    operators: tuple[Text, ...] = Field(min_length=1)
    becomes: Text | None = None
    reason: Text

    def covers(self, slug: str, file: str, mutant: Mutant) -> bool:  # noqa: ARG002 - the signature of both kinds
        """Tell whether this is one of the mutants."""
        if file != self.file or mutant.operator not in self.operators or bare(mutant.before) != bare(self.line):
            return False
        return self.becomes is None or bare(mutant.after) == bare(self.becomes)

    def __str__(self) -> str:
        """Name the entry."""
        return f"{self.file}: {', '.join(self.operators)}: {self.line}"


class Everywhere(Model):
    """Changes that are right in all files of some exercises."""

    exercises: tuple[Slug, ...] = Field(min_length=1)
    operators: tuple[Text, ...] = Field(min_length=1)
    changes: tuple[Text, ...] = Field(min_length=1)
    reason: Text

    def covers(self, slug: str, file: str, mutant: Mutant) -> bool:  # noqa: ARG002 - the signature of both kinds
        """Tell whether this is one of the mutants."""
        changes = {bare(change) for change in self.changes}
        return slug in self.exercises and mutant.operator in self.operators and bare(mutant.change) in changes

    def __str__(self) -> str:
        """Name the entry."""
        return f"{', '.join(self.exercises)}: {', '.join(self.operators)}: {', '.join(self.changes)}"


@dataclass(frozen=True)
class Entry:
    """An entry, and the line of the file that it begins in."""

    at: int
    content: OnALine | Everywhere

    @property
    def slugs(self) -> set[str]:
        """The exercises whose mutants show whether it is still needed."""
        if isinstance(self.content, Everywhere):
            return set(self.content.exercises)
        return {Path(self.content.file).with_suffix("").parts[1]}  # reference/<slug>.py, accepted/<slug>/<variant>.py


KINDS: dict[str, type[OnALine | Everywhere]] = {"file": OnALine, "exercises": Everywhere}


def read(folder: Path) -> tuple[Entry, ...]:
    """Read the entries of a folder of solutions, none if it has no such file; raises UsageError with all faults."""
    file = folder / EQUIVALENT
    if not file.is_file():
        return ()
    try:
        document = parse(file.read_text(encoding="utf-8"))
    except YamlError as error:
        raise UsageError(f"{EQUIVALENT}:{error.line}:{error.column}: {error.sentence}") from error
    if not isinstance(document.data, list):
        raise UsageError(f"{EQUIVALENT}:1:1: this must be a list of entries")
    entries: list[Entry] = []
    faults: list[str] = []
    for index, data in enumerate(document.data):
        kinds = [kind for key, kind in KINDS.items() if isinstance(data, dict) and key in data]
        found = [Fault((index,), "an entry has a file or exercises")]
        if kinds:
            try:
                content = kinds[0].model_validate_json(json.dumps(data))
            except ValidationError as error:
                found = [_fault(index, details) for details in error.errors()]
            else:
                entries.append(Entry(document.position((index,))[0], content))
                found = [
                    Fault((index, "operators", place), f"there is no operator '{name}'", name, tuple(OPERATORS))
                    for place, name in enumerate(content.operators)
                    if name not in OPERATORS
                ]
        faults += [f"{EQUIVALENT}:{_place(document, fault)}" for fault in found]
    if faults:
        raise UsageError("\n".join(faults))
    return tuple(entries)


def bare(text: str) -> str:
    """Leave out what one Python spells otherwise than another: spaces, quotes and brackets that may be left out."""
    return re.sub(r"[\s()\"']", "", text)


def _fault(index: int, details: ErrorDetails) -> Fault:
    path = ".".join(map(str, details["loc"]))
    return Fault((index, *details["loc"]), f"{path}: {details['msg'][0].lower()}{details['msg'][1:]}")


def _place(document: Document, fault: Fault) -> str:
    line, column = document.position(fault.path)
    return f"{line}:{column}: {fault.sentence}{did_you_mean(fault.word, fault.known)}"
