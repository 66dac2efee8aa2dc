"""`grader new`: the files of a new exercise."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from grader import authoring
from grader.cli import screen
from grader.cli.options import OWN
from grader.reporters.terminal import coded


@click.command()
@click.argument("slug", metavar="EXERCISE")
@click.option(
    "--exercises",
    "exercises_folder",
    type=click.Path(path_type=Path),
    envvar="GRADER_EXERCISES",
    default=OWN,
    show_default=True,
    help="Your folder of exercise files, as GRADER_EXERCISES in the environment; it is made if it is not there.",
)
def new(slug: str, exercises_folder: Path) -> None:
    """For authors: make the files of a new exercise.

    EXERCISE is its name, such as token_lifetime. You get a small exercise that is proven as it stands, with its
    solutions, right and wrong ones, to change step by step. Nothing that is there is touched, but for a line that is
    added to the reference's answers.
    """
    made = authoring.make(slug, exercises_folder)
    listed = [Text(f"    {file.as_posix()}", "bold", overflow="fold") for file in made]
    done = Text.assemble(("✓ ", "green"), "Made:")
    go_on = coded("Change them, and see what does not fit any more: `grader lint`, `grader prove`")
    screen.show(Padding(Group(Text(), done, Text(), *listed, Text(), go_on, Text()), (0, 2)))
