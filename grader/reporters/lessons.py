"""What helps a learner with an exercise, arranged for a terminal: a hint, what else there is, and what is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.exercise import Exercise
from grader.reporters.columns import pairs
from grader.reporters.page import page, prose
from grader.reporters.terminal import coded

BULLET = "· "


def titled(exercise: Exercise, parts: Iterable[RenderableType]) -> RenderableType:
    """Set the exercise's name and title above, for where they do not stand there already."""
    return page(Text(), Text.assemble((exercise.slug, "bold"), "  ", exercise.title), Text(), *parts, Text())


def hint(exercise: Exercise, stage: int, goes_on: str) -> Iterator[RenderableType]:
    """Yield one hint, which of how many it is, and how to go on."""
    yield Text(f"Hint {stage} of {len(exercise.hints)}", "bold green")
    yield Text()
    yield from prose(exercise.hints[stage - 1])
    yield Text()
    yield coded(goes_on)


def all_read(exercise: Exercise, what_else: Mapping[str, str]) -> Iterator[RenderableType]:
    """Say kindly that there is no further hint, and what else helps."""
    count = len(exercise.hints)
    told = f"You have read all {count} hints" if count > 1 else "You have read the only hint"
    yield Text(f"{told} for this exercise. Such things take time. Here is what else helps:")
    yield Text()
    yield Padding(pairs(what_else), (0, 0, 0, 2))


def solved(exercise: Exercise) -> Iterator[RenderableType]:
    """Yield what is behind an exercise, to who has solved it."""
    yield Text.assemble(
        ("✓ ", "green"), "You have solved it, so there is no need for hints. This is what is behind it:"
    )
    yield Text()
    yield from behind(exercise)


def behind(exercise: Exercise) -> Iterator[RenderableType]:
    """Yield what is behind an exercise, for who has solved it."""
    yield from prose(exercise.explanation)
    yield from (Text(), Text("In short", "bold green"), Text())
    yield from prose(exercise.quick_check)
    yield from (Text(), Text("Common mistakes", "bold green"), Text(), _listed(exercise.common_mistakes))


def _listed(texts: tuple[str, ...]) -> RenderableType:
    table = Table.grid()
    for text in texts:
        table.add_row(Text(BULLET, "dim"), coded(text))
    return table
