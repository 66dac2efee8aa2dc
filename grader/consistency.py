"""What the shape of an exercise file cannot say: names that must refer to something, each fault with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from grader.exercise import Exercise, Key, Task
from grader.vocabulary import MOMENT, Model, Variable

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """What is wrong at a path of the file; `word` may have been meant to be one of `known`."""

    path: Path
    sentence: str
    word: str = ""
    known: tuple[str, ...] = ()
    at_key: bool = False


def faults(exercise: Exercise, file_stem: str) -> Iterator[Fault]:
    """Yield everything that refers to nothing, in the file's order."""
    if exercise.slug != file_stem:
        yield Fault(("slug",), f"the slug is '{exercise.slug}' but the file is named '{file_stem}.yaml'")
    question = exercise.question
    if question is None and exercise.task is None:
        yield Fault((), "an exercise has a question, a task or both")
    if question:
        if question.answer not in question.options:
            yield Fault(("question", "answer"), f"the answer '{question.answer}' is none of the options")
        for letter, option in question.options.items():
            path: Path = ("question", "options", letter)
            if option.text is None and option.code is None:
                yield Fault(path, "an option says something with 'text', 'code' or both")
            if option.checks and question.key is None:
                yield Fault((*path, "checks"), "an option's checks need the question's 'key', which runs the code")
            steps = question.key.steps if question.key else ()
            yield from _check_faults((*path, "checks"), option.checks, steps)
        if question.key:
            yield from _part_faults(("question", "key"), question.key)
    if exercise.task:
        yield from _part_faults(("task",), exercise.task)


def _part_faults(path: Path, part: Task | Key) -> Iterator[Fault]:
    seen = {"run"}
    for index, step in enumerate(part.steps):
        if step.id in seen:
            yield Fault((*path, "steps", index, "id"), f"there is a step '{step.id}' already")
        seen.add(step.id)
        yield from _value_faults((*path, "steps", index), step)
    yield from _check_faults((*path, "checks"), part.checks, part.steps)


def _check_faults(path: Path, checks: Iterable[Any], steps: Iterable[Any]) -> Iterator[Fault]:
    step_ids = ("run", *(step.id for step in steps))
    earlier: list[str] = []
    for index, check in enumerate(checks):
        here = (*path, index)
        step = check.of.partition(".")[0]
        if check.id in earlier:
            yield Fault((*here, "id"), f"there is a check '{check.id}' already")
        if step not in step_ids:
            yield Fault((*here, "of"), f"there is no step '{step}'", step, step_ids)
        for place, needed in enumerate(check.needs):
            if needed not in earlier:
                yield Fault(
                    (*here, "needs", place), f"no check before this one is named '{needed}'", needed, tuple(earlier)
                )
        yield from _value_faults(here, check)
        earlier.append(check.id)


def _value_faults(path: Path, value: object) -> Iterator[Fault]:
    """Yield every text in a step or a check that looks like a variable or a moment and is none."""
    if isinstance(value, Model):
        fields = {info.alias or name: getattr(value, name) for name, info in type(value).model_fields.items()}
        yield from _value_faults(path, {name: fields[name] for name in fields if name not in ("id", "title", "of")})
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _value_faults((*path, key), part)
    elif isinstance(value, tuple | list):
        for index, part in enumerate(value):
            yield from _value_faults((*path, index), part)
    elif isinstance(value, str):
        if value.startswith("$") and value not in get_args(Variable):
            yield Fault(path, f"there is no variable '{value}'", value, get_args(Variable))
        if value.startswith("now") and not MOMENT.match(value):
            yield Fault(path, f"'{value}' is not a moment: write it as 'now + 30 min' (units: s, min, h, d)")
