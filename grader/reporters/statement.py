"""What an exercise asks: its question with the options, and its task."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from grader.exercise import Exercise, Question, Task
from grader.reporters.page import Code, options, page, prose
from grader.reporters.terminal import coded
from grader.submission import ANSWERS


def layout(exercise: Exercise) -> RenderableType:
    """Arrange all that is asked, and how to go on."""
    parts: list[RenderableType] = [Text(), Text.assemble((exercise.slug, "bold"), "  ", exercise.title), Text()]
    if exercise.question:
        parts += [*question(exercise.slug, exercise.question), Text()]
    if exercise.task:
        parts += [*task(exercise.file, exercise.task), Text()]
        parts += [Text("Begin with this:", "dim"), Text(), Code(exercise.task.starter), Text()]
    return page(*parts, coded(f"To see what is right: `grader check {exercise.slug}`"), Text())


def question(slug: str, asked: Question) -> Iterator[RenderableType]:
    """Yield a question, its options, and where the answer goes."""
    yield from prose(asked.ask)
    yield Text()
    if asked.code:
        yield from (Code(asked.code), Text())
    yield from options(asked.options)
    yield Text()
    yield coded(f"Your answer: `{slug}: ` and a letter, in `{ANSWERS}`.")


def task(file: str, asked: Task) -> Iterator[RenderableType]:
    """Yield what is to be written, and into which file."""
    yield Text(f"Your task: {file}", "bold")
    yield Text()
    yield from prose(asked.brief)
