"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path

import click

from grader.catalog import builtin_folder
from grader.sandbox import isolation

exercises_option = click.option(
    "--exercises",
    "exercises_folder",
    type=click.Path(path_type=Path),
    default=builtin_folder,
    help="A folder of exercise files, instead of those that come with jwt-grader.",
    show_default=False,
)
isolation_option = click.option(
    "--require-isolation",
    "required",
    type=click.Choice(isolation.LEVELS),
    help="Refuse to run student code that is not shut in at least this well; `grader doctor` shows the level. "
    "In CI on Linux the default is kernel.",
)
seed_option = click.option(
    "--seed", type=int, help="Repeat a run exactly: the seed that an earlier report showed. Drawn at random otherwise."
)
