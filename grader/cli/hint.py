"""`grader hint`: a little help, and a little more each time."""

from __future__ import annotations

from pathlib import Path

import click

from grader import catalog, hints, workspace
from grader.cli import screen
from grader.cli.options import exercises_option, folder_option
from grader.exercise import Exercise
from grader.reporters import lessons
from grader.workspace import Progress, Workspace


@click.command()
@click.argument("slug", metavar="EXERCISE")
@click.option("--stage", type=int, metavar="N", help="Read hint number N, for example one that you have read before.")
@folder_option
@exercises_option
@click.pass_context
def hint(context: click.Context, slug: str, stage: int | None, folder: Path, exercises_folder: Path) -> None:
    """Get a hint, one step further each time.

    EXERCISE is its name, for example utc_expiry. Once it is solved, you read what is behind it instead.
    """
    (exercise,) = catalog.load(exercises_folder).select([slug]).exercises
    here = workspace.nearest(folder, exercises_folder)
    chosen = hints.choose(exercise, here.recall() if here else Progress(), stage)
    if chosen.kind == "hint":
        goes_on = hints.goes_on(exercise, chosen.stage, place=_remember(here, exercise, chosen.stage))
        screen.show(lessons.hint(exercise, chosen.stage, goes_on))
    elif chosen.kind == "all_read":
        explains = "explain" in getattr(context.find_root().command, "commands", {})
        screen.show(lessons.all_read(exercise, hints.what_else(exercise, explains=explains)))
    else:
        screen.show(lessons.solved(exercise))


def _remember(here: Workspace | None, exercise: Exercise, stage: int) -> hints.Place:
    if here is None:
        return "no_workspace"
    return "remembered" if here.remember(lambda known: known.with_hint(exercise.slug, stage)) else "read_only"
