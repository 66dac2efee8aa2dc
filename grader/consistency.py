"""What the shape of an exercise file cannot say: names that must refer to something, each fault with its path.

It looks at the file's plain data, not at the models, so that these faults are told together with those of shape: what
has not the shape that is expected is passed over here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

from grader.vocabulary import MOMENT, OfRound, Variable

Path = tuple[str | int, ...]
FIRST_VISIBLE = "the first check must be visible: it tells what keeps a file from running"
VISIBLE_BEFORE_HIDDEN = "a visible check must stand before those that are hidden"
"""Else it could be skipped because of one that students do not see: what was told once is not told again."""


@dataclass(frozen=True)
class Fault:
    """What is wrong at a path of the file; `word` may have been meant to be one of `known`."""

    path: Path
    sentence: str
    word: str = ""
    known: tuple[str, ...] = ()
    at_key: bool = False


def faults(data: object, file_stem: str) -> Iterator[Fault]:
    """Yield everything that refers to nothing, in the file's order."""
    exercise = _dict(data)
    slug = exercise.get("slug")
    if isinstance(slug, str) and slug != file_stem:
        yield Fault(("slug",), f"the slug is '{slug}' but the file is named '{file_stem}.yaml'")
    if exercise and "question" not in exercise and "task" not in exercise:
        yield Fault((), "an exercise has a question, a task or both")
    if "question" in exercise:
        yield from _question_faults(_dict(exercise["question"]))
    if "task" in exercise:
        yield from _part_faults(("task",), _dict(exercise["task"]))
        yield from _hint_faults(_list(_dict(exercise["task"]).get("checks")), len(_list(exercise.get("hints"))))


def faults_of_example(data: object) -> Iterator[Fault]:
    """Yield everything in a misconception's example that refers to nothing."""
    yield from _part_faults((), _dict(data))


def _question_faults(question: dict[str, Any]) -> Iterator[Fault]:
    options, answer, key = _dict(question.get("options")), question.get("answer"), _dict(question.get("key"))
    if isinstance(answer, str) and answer not in options:
        yield Fault(("question", "answer"), f"the answer '{answer}' is none of the options")
    for letter, option in options.items():
        path: Path = ("question", "options", letter)
        if isinstance(option, dict) and "text" not in option and "code" not in option:
            yield Fault(path, "an option says something with 'text', 'code' or both")
        checks = _list(_dict(option).get("checks"))
        if checks and "key" not in question:
            yield Fault((*path, "checks"), "an option's checks need the question's 'key', which runs the code")
        yield from _check_faults((*path, "checks"), checks, _ids(_list(key.get("steps"))))
    yield from _part_faults(("question", "key"), key)


def _part_faults(path: Path, part: dict[str, Any]) -> Iterator[Fault]:
    steps = _list(part.get("steps"))
    for index, step in enumerate(steps):
        name = _dict(step).get("id")
        if name in ("run", *_ids(steps[:index])):
            yield Fault((*path, "steps", index, "id"), f"there is a step '{name}' already")
        earlier = (*_ids(steps[:index]), *_ids(step for step in steps if "read" in _dict(step)))  # reading comes first
        yield from _value_faults((*path, "steps", index), step, earlier)
    yield from _value_faults((*path, "environment"), part.get("environment"), _ids(steps))
    yield from _check_faults((*path, "checks"), _list(part.get("checks")), _ids(steps))


def _hint_faults(checks: list[Any], count: int) -> Iterator[Fault]:
    for index, check in enumerate(checks):
        number = _dict(check).get("hint")
        if isinstance(number, int) and number > count:
            there_are = "there is 1 hint" if count == 1 else f"there are {count} hints"
            yield Fault(("task", "checks", index, "hint"), f"{there_are}, and none has the number {number}")


def _check_faults(path: Path, checks: list[Any], step_ids: tuple[str, ...]) -> Iterator[Fault]:
    steps = ("run", *step_ids)
    for index, entry in enumerate(checks):
        here, check, earlier = (*path, index), _dict(entry), _ids(checks[:index])
        name, of = check.get("id"), check.get("of")
        if index == 0 and _is_hidden(check):
            yield Fault((*here, "visibility"), FIRST_VISIBLE)
        if index and _is_hidden(checks[index - 1]) and not _is_hidden(check):
            yield Fault(here, VISIBLE_BEFORE_HIDDEN)
        if name in earlier:
            yield Fault((*here, "id"), f"there is a check '{name}' already")
        for one in _list(of) if isinstance(of, list) else [of]:
            step = one.partition(".")[0] if isinstance(one, str) else "run"
            if step not in steps:
                yield Fault((*here, "of"), f"there is no step '{step}'", step, steps)
        for place, needed in enumerate(_list(check.get("needs"))):
            if isinstance(needed, str) and needed not in earlier:
                sentence = f"no check before this one is named '{needed}'"
                yield Fault((*here, "needs", place), sentence, needed, earlier)
        yield from _value_faults(here, check, step_ids, variables=get_args(OfRound))


def _value_faults(
    path: Path, value: object, known: tuple[str, ...], variables: tuple[str, ...] = get_args(Variable)
) -> Iterator[Fault]:
    """Yield every text in a step or a check that looks like a variable, a reference or a moment and is none.

    `known` are the steps that may be referred to, `variables` what may be drawn.
    """
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _value_faults((*path, key), part, known, variables) if key not in ("id", "title", "of") else ()
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _value_faults((*path, index), part, known, variables)
    elif isinstance(value, str):
        if value.startswith("$") and value not in variables:
            yield Fault(path, f"there is no variable '{value}'", value, variables)
        if value.startswith("@") and (step := value[1:].partition(".")[0]) not in known:
            yield Fault(path, f"there is no step '{step}' before this", step, known)
        if value.startswith("now") and not MOMENT.match(value):
            yield Fault(path, f"'{value}' is not a moment: write it as 'now + 30 min' (units: s, min, h, d)")


def _is_hidden(check: object) -> bool:
    return bool(_dict(check).get("visibility", "visible") != "visible")


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _ids(entries: Iterable[Any]) -> tuple[str, ...]:
    return tuple(entry["id"] for entry in entries if isinstance(_dict(entry).get("id"), str))
