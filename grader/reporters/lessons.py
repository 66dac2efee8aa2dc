"""What helps a learner with an exercise, arranged for a terminal: a hint, what else there is, and what is behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.exercise import Exercise
from grader.reporters.columns import pairs
from grader.reporters.page import page, prose
from grader.reporters.terminal import coded

BULLET = "· "


def hint(exercise: Exercise, stage: int, goes_on: str) -> RenderableType:
    """Show one hint, which of how many it is, and how to go on."""
    count = Text(f"Hint {stage} of {len(exercise.hints)}", "bold green")
    return page(
        Text(),
        _title(exercise),
        Text(),
        count,
        Text(),
        *prose(exercise.hints[stage - 1]),
        Text(),
        coded(goes_on),
        Text(),
    )


def all_read(exercise: Exercise, what_else: Mapping[str, str]) -> RenderableType:
    """Say kindly that there is no further hint, and what else helps."""
    count = len(exercise.hints)
    told = f"You have read all {count} hints" if count > 1 else "You have read the only hint"
    return page(
        Text(),
        _title(exercise),
        Text(),
        Text(f"{told} for this exercise. Such things take time. Here is what else helps:"),
        Text(),
        Padding(pairs(what_else), (0, 0, 0, 2)),
        Text(),
    )


def solved(exercise: Exercise) -> RenderableType:
    """Show what is behind an exercise, to who has solved it."""
    return page(
        Text(),
        _title(exercise),
        Text(),
        Text.assemble(("✓ ", "green"), "You have solved it, so there is no need for hints. This is what is behind it:"),
        Text(),
        *behind(exercise),
    )


def behind(exercise: Exercise) -> Iterator[RenderableType]:
    """Yield what is behind an exercise, for who has solved it."""
    yield from prose(exercise.explanation)
    yield from (Text(), Text("In short", "bold green"), Text())
    yield from prose(exercise.quick_check)
    yield from (Text(), Text("Common mistakes", "bold green"), Text(), _listed(exercise.common_mistakes), Text())


def _listed(texts: tuple[str, ...]) -> RenderableType:
    table = Table.grid()
    for text in texts:
        table.add_row(Text(BULLET, "dim"), coded(text))
    return table


def _title(exercise: Exercise) -> RenderableType:
    return Text.assemble((exercise.slug, "bold"), "  ", exercise.title)
