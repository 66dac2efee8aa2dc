"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path

import click

from grader import workspace
from grader.catalog import builtin_folder
from grader.errors import UsageError
from grader.sandbox import isolation

OWN = Path("exercises")
NAME_THEM = "To have other exercises than the usual ones, name them with --exercises."


def _folder(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}: give the one that you work in.")
    return folder


def _exercises(_: click.Context, __: click.Parameter, given: Path | None) -> Path:
    """Decide which exercises are meant: those that are named, or that this folder was made for, or else ours.

    In CI, where a student's folder decides nothing, only the name counts.
    """
    if given or isolation.in_ci():
        return given or builtin_folder()
    made_for = workspace.made_for(Path())
    if hidden := workspace.untrusted(Path()):
        click.echo(f"{hidden} is not obeyed: `grader init` by yourself did not make it. {NAME_THEM}", err=True)
    if not made_for:
        return builtin_folder()
    if not made_for.is_dir():
        raise UsageError(
            f"This folder was made for the exercises in {made_for}, which are not there: name them with --exercises."
        )
    click.echo(f"With the exercises in {made_for}, which this folder was made for.", err=True)
    return made_for


exercises_option = click.option(
    "--exercises",
    "exercises_folder",
    type=click.Path(path_type=Path),
    envvar="GRADER_EXERCISES",
    callback=_exercises,
    help="For authors: a folder of exercise files, instead of those that come with jwt-grader. GRADER_EXERCISES in the "
    "environment is the same for all commands.",
)
authors_exercises_option = click.option(
    "--exercises",
    "exercises_folder",
    type=click.Path(path_type=Path),
    envvar="GRADER_EXERCISES",
    default=lambda: OWN if OWN.is_dir() else builtin_folder(),
    help="A folder of exercise files, as GRADER_EXERCISES in the environment; `exercises` here, if there is one.",
)
solutions_option = click.option(
    "--solutions",
    "solutions_folder",
    type=click.Path(path_type=Path),
    help="Solutions with known verdicts; the folder beside the exercises if not given.",
)
folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=Path(),
    callback=_folder,
    help="Your folder, if you are not in it.",
    show_default=False,
)
isolation_option = click.option(
    "--require-isolation",
    "required",
    type=click.Choice(isolation.LEVELS),
    help="For instructors: refuse to run code that is not shut in at least this well; `grader doctor` shows the level. "
    "In CI on Linux the default is kernel.",
)
seed_option = click.option(
    "--seed", type=int, help="Repeat a run exactly: the seed that an earlier report showed. Drawn at random otherwise."
)
