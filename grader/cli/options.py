"""Options that several verbs share."""

from __future__ import annotations

from pathlib import Path

import click

from grader.catalog import builtin_folder

exercises_option = click.option(
    "--exercises",
    "exercises_folder",
    type=click.Path(path_type=Path),
    default=builtin_folder,
    help="A folder of exercise files, instead of those that come with jwt-grader.",
    show_default=False,
)
seed_option = click.option(
    "--seed", type=int, help="Repeat a run exactly: the seed that an earlier report showed. Drawn at random otherwise."
)
