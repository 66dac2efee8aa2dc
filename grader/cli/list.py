"""`grader list`: the exercises in their order, and what each asks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from grader import catalog, workspace
from grader.cli import completion, screen
from grader.cli.options import exercises_option, folder_option
from grader.exercise import Exercise
from grader.reporters import path, statement
from grader.reporters.columns import Roomy

ROOM = 76
"""So many columns hold all that is told of an exercise beside its name."""


@click.command("list")
@click.argument("slugs", nargs=-1, metavar="[EXERCISE]...", shell_complete=completion.slugs)
@folder_option
@exercises_option
def list_exercises(slugs: tuple[str, ...], folder: Path, exercises_folder: Path) -> None:
    """List the exercises, or read one.

    They are in the order in which they are meant to be done. Name one, or several, to read what is asked there.
    In a folder that `grader init` made, you see how far you are: solved, begun or open.
    """
    chosen = catalog.load(exercises_folder).select(slugs).exercises
    here = workspace.nearest(folder, exercises_folder)
    if slugs:
        screen.show(Group(*(statement.layout(exercise) for exercise in chosen)))
    elif here:
        screen.show(path.layout(chosen, here.states(chosen)))
    else:
        screen.show(_overview(chosen))


def _overview(exercises: Iterable[Exercise]) -> RenderableType:
    wide, narrow = (Table.grid(padding=(0, 2), pad_edge=True) for _ in range(2))
    for whole in (True, True, False, False, True):  # a name that is cut cannot be typed
        wide.add_column(no_wrap=whole)
    for exercise in exercises:
        parts = [part for part, present in (("question", exercise.question), ("task", exercise.task)) if present]
        number, name = Text(str(exercise.position), "dim"), Text(exercise.slug, "bold", overflow="fold")
        has, worth = Text(" + ".join(parts), "dim"), Text(f"{exercise.public_points:g} points", "dim")
        wide.add_row(number, name, Text(exercise.title), has, worth)
        narrow.add_row(number, Group(name, Text(exercise.title), has, worth))
    return Group(
        Text(), Roomy(wide, narrow, ROOM), Text(), Text("  Read one with `grader list EXERCISE`.", "dim"), Text()
    )
