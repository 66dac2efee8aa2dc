"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path

import click

from grader.catalog import builtin_folder
from grader.errors import UsageError
from grader.sandbox import isolation


def _folder(_: click.Context, __: click.Parameter, folder: Path) -> Path:
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}: give the one that you work in.")
    return folder


exercises_option = click.option(
    "--exercises",
    "exercises_folder",
    type=click.Path(path_type=Path),
    default=builtin_folder,
    help="For authors: a folder of exercise files, instead of those that come with jwt-grader.",
    show_default=False,
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
