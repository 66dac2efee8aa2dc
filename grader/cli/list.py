"""`grader list`: the exercises in their order."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Table
from rich.text import Text

from grader import catalog
from grader.cli import screen
from grader.cli.options import exercises_option


@click.command("list")
@exercises_option
def list_exercises(exercises_folder: Path) -> None:
    """List the exercises, in the order in which they are meant to be done."""
    table = Table.grid(padding=(0, 2), pad_edge=True)
    for exercise in catalog.load(exercises_folder).exercises:
        parts = [part for part, present in (("question", exercise.question), ("task", exercise.task)) if present]
        points = f"{exercise.max_points:g} points"
        table.add_row(
            Text(str(exercise.position), "dim"),
            Text(exercise.slug, "bold"),
            Text(exercise.title),
            Text(" + ".join(parts), "dim"),
            Text(points, "dim"),
        )
    screen.show(table)
