"""`grader hint`: a little help, and a little more each time."""

from __future__ import annotations

from pathlib import Path

import click

from grader import catalog, hints, workspace
from grader.catalog import Catalog
from grader.cli import completion, screen
from grader.cli.options import exercises_option, folder_option
from grader.errors import UsageError
from grader.exercise import Exercise
from grader.reporters import lessons, path
from grader.workspace import Progress, Workspace


@click.command()
@click.argument("slug", metavar="[EXERCISE]", required=False, shell_complete=completion.slugs)
@click.option("--stage", type=int, metavar="N", help="Read hint number N, for example one that you have read before.")
@folder_option
@exercises_option
@click.pass_context
def hint(context: click.Context, slug: str | None, stage: int | None, folder: Path, exercises_folder: Path) -> None:
    """Get a hint, one step further each time.

    EXERCISE is its name, for example utc_expiry; without it, it is the first that you have not solved yet. Once it is
    solved, you read what is behind it instead.
    """
    known = catalog.load(exercises_folder)
    here = workspace.nearest(folder, exercises_folder)
    (exercise,) = known.select([slug or _current(known, here)]).exercises
    chosen = hints.choose(exercise, here.recall() if here else Progress(), stage)
    if chosen.kind == "hint":
        goes_on = hints.goes_on(exercise, chosen.stage, place=_remember(here, exercise, chosen.stage))
        shown = lessons.hint(exercise, chosen.stage, goes_on)
    elif chosen.kind == "all_read":
        explains = "explain" in getattr(context.find_root().command, "commands", {})
        shown = lessons.all_read(exercise, hints.what_else(exercise, explains=explains))
    else:
        shown = lessons.solved(exercise)
    screen.show(lessons.titled(exercise, shown))


def _current(known: Catalog, here: Workspace | None) -> str:
    """Name the exercise that comes next, as `grader list` does."""
    if here is None:
        first = known.exercises[0].slug
        raise UsageError(
            "Which exercise you are at is known only in a folder that `grader init` made: "
            f"name one, for example `grader hint {first}`."
        )
    following = path.next_one(known.exercises, here.states(known.exercises))
    if following is None:
        raise UsageError("You have solved them all: name the one that you would like to read more about.")
    return following.slug


def _remember(here: Workspace | None, exercise: Exercise, stage: int) -> hints.Place:
    if here is None:
        return "no_workspace"
    return "remembered" if here.remember(lambda known: known.with_hint(exercise.slug, stage)) else "read_only"
