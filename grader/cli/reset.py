"""`grader reset`: begin an exercise anew, with what was written kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from grader import catalog, resetting, workspace
from grader.cli import completion, screen
from grader.cli.options import exercises_option, folder_option
from grader.exercise import Exercise
from grader.reporters.terminal import coded
from grader.resetting import Reset


@click.command()
@click.argument("slug", metavar="EXERCISE", shell_complete=completion.slugs)
@folder_option
@exercises_option
def reset(slug: str, folder: Path, exercises_folder: Path) -> None:
    """Begin an exercise anew; your file is kept.

    EXERCISE is its name, for example utc_expiry. Its file is put back as it was at the beginning; a copy of yours is
    kept, and you are told where. The hints begin anew, too. Your letter in answers.yaml is left as it is.
    """
    (exercise,) = catalog.load(exercises_folder).select([slug]).exercises
    here = workspace.nearest(folder, exercises_folder)
    done = resetting.reset(here.folder if here else folder, exercise)
    saved = not (here and done.changed) or here.remember(lambda known: known.without(slug))
    screen.show(Padding(Group(Text(), *_told(exercise, done), Text()), (0, 2)))
    if not saved:
        click.echo(workspace.NOT_REMEMBERED, err=True)


def _told(exercise: Exercise, done: Reset) -> Iterator[RenderableType]:
    if not done.changed:
        yield coded(f"`{exercise.file}` is as it was at the beginning already, so nothing was changed.")
        return
    yield Text.assemble(("✓ ", "green"), coded(f"`{exercise.file}` is as it was at the beginning."))
    if done.kept:
        yield Text.assemble(("· ", "dim"), "What you had written is kept, in case you want it back:")
        yield Text(f"    {_shown(done.kept)}", "bold", overflow="fold")
    yield Text()
    yield coded(f"To read the exercise: `grader list {exercise.slug}`")


def _shown(path: Path) -> Path:
    """Give the path from here, if it is below."""
    around, where = Path.cwd(), path.resolve()
    return where.relative_to(around) if where.is_relative_to(around) else where
