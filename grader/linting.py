"""What is odd about exercises that can be loaded: what a student would stumble over, or an author has forgotten.

Whether an exercise's key and checks hold is not for here but for `prove`, which runs programs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from grader import catalog
from grader.catalog import Catalog
from grader.consistency import Fault
from grader.exercise import Exercise, Task
from grader.solutions import Solution, Solutions
from grader.steps import Call, Load, Read, Request
from grader.yamlfile import parse

PROSE = {"title", "ask", "text", "because", "brief", "hints", "explanation", "quick_check", "common_mistakes"}
_LINK = re.compile(r"\b[A-Za-z]+:/\S*|\bhttps?:?/\S*|\bwww\.\S*")
_AROUND = ".,;:!?)]}>'\""
_EXAMPLE = re.compile(r"`[^`]*`|^    .*$", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """A fault, or only a remark; the sentence says where, as `file:line:column` if it is of an exercise."""

    sentence: str
    is_fault: bool = True


def findings(folder: Path, exercises: Catalog, solutions: Solutions) -> Iterator[Finding]:
    """Yield what is found in each file, faults first, then what does not belong among the solutions."""
    for exercise in exercises.exercises:
        file = folder / f"{exercise.slug}.yaml"
        document = parse(file.read_text(encoding="utf-8"))
        faults = [*_links((), document.data), *_of_task(exercise, solutions)]
        yield from map(Finding, catalog.located(faults, file, document))
        for remark in catalog.located(_unused(exercise, solutions), file, document):
            yield Finding(remark, is_fault=False)
    yield from map(Finding, solutions.strays)


def _links(path: tuple[str | int, ...], value: object) -> Iterator[Fault]:
    """Yield what looks like a link and leads nowhere, in what students read; code and words in backticks are none."""
    if isinstance(value, dict):
        for key, part in value.items():
            if isinstance(part, dict | list) or key in PROSE:
                yield from _links((*path, key), part)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _links((*path, index), part)
    elif isinstance(value, str) and PROSE & set(path):
        for link in _LINK.findall(_EXAMPLE.sub("", value)):
            bare = link.rstrip(_AROUND)
            if not _leads_somewhere(bare):
                yield Fault(path, f"'{bare}' is no link: write it as https://example.org/page")


def _leads_somewhere(link: str) -> bool:
    try:
        parts = urlsplit(link)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "").strip(".") and port_is_good


def _of_task(exercise: Exercise, solutions: Solutions) -> Iterator[Fault]:
    task = exercise.task
    if not task:
        return
    yield from _unsaid(task)
    try:
        ast.parse(task.starter)
    except SyntaxError as error:
        yield Fault(("task", "starter"), f"the starter is not Python: {error.msg} in its line {error.lineno}")
    for variant in _rejected(exercise, solutions):
        if variant.label not in task.misconceptions:
            sentence = f"'{variant.label}' is not listed here, so {variant.name} cannot be diagnosed"
            yield Fault(("task", "misconceptions"), sentence, at_key=True)


def _unused(exercise: Exercise, solutions: Solutions) -> Iterator[Fault]:
    shown = {variant.label for variant in _rejected(exercise, solutions)}
    unused = [label for label in exercise.task.misconceptions if label not in shown] if exercise.task else []
    if unused:
        sentence = f"no rejected solution shows {', '.join(unused)}"
        yield Fault(("task", "misconceptions"), sentence, at_key=True)


def _rejected(exercise: Exercise, solutions: Solutions) -> list[Solution]:
    return [variant for variant in solutions.variants if variant.slug == exercise.slug and variant.label]


def _unsaid(task: Task) -> Iterator[Fault]:
    """Yield the names that the steps need and that a student is not told."""
    told: set[str] = set()
    for index, step in enumerate(task.steps):
        for key, name in _needed(step):
            if name not in told and not re.search(rf"(?<![\w/]){re.escape(name)}(?![\w/])", task.brief):
                yield Fault(("task", "steps", index, key), f"the brief does not speak of '{name}'")
            told.add(name)  # what is missing is said once


def _needed(step: Call | Read | Load | Request) -> Iterator[tuple[str, str]]:
    match step:
        case Call():
            yield "call", step.call
        case Read():
            yield "read", step.read
        case Load():
            yield from (("load", name) for name in step.load)
        case Request():
            yield "request", step.request.partition(" ")[2].partition("?")[0]
