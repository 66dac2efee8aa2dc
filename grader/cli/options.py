"""Options that several verbs share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from grader.catalog import builtin_folder
from grader.errors import UsageError
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


def require(required: isolation.Level | None) -> None:
    """Refuse to go on below the required level; raises UsageError.

    On a person's own machine nothing is required: the report tells the level.
    """
    in_ci = os.environ.get("CI", "").lower() not in ("", "0", "false") and sys.platform == "linux"
    needed: isolation.Level = required or ("kernel" if in_ci else "process")
    if needed == "process":
        return
    found = isolation.level()
    if isolation.LEVELS.index(found) < isolation.LEVELS.index(needed):
        raise UsageError(
            f"Isolation on this machine is '{found}', but '{needed}' is required: see `grader doctor`, "
            f"or allow it with `--require-isolation {found}`."
        )
