"""`grader init`: a folder of one's own, ready to begin in."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from grader import catalog, starting
from grader.cli import screen
from grader.cli.options import exercises_option
from grader.errors import UsageError
from grader.reporters.columns import pairs
from grader.reporters.terminal import coded
from grader.starting import ABOUT, REQUIREMENT, Begun
from grader.submission import ANSWERS
from grader.workspace import HIDDEN

FAILED = 1
SUGGESTED = "my-jwt-exercises"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option(
    "--install",
    "requirement",
    metavar="REQUIREMENT",
    default=REQUIREMENT,
    help="For instructors: what pip installs where the folder is graded on GitHub, such as "
    '"jwt-grader @ git+https://example.org/jwt-grader". This version from PyPI if not given.',
)
@exercises_option
@click.pass_context
def init(context: click.Context, folder: Path | None, requirement: str, exercises_folder: Path) -> None:
    """Make a folder of your own, with everything to begin with.

    FOLDER is its name, for example my-jwt-exercises; it is made if it is not there yet. Nothing that is there already
    is ever changed, so that you can do this again later: only what is new is added.
    """
    exercises = catalog.load(exercises_folder)
    chosen = _here() if folder is None else folder
    begun = starting.begin(chosen, exercises, exercises_folder, requirement)
    screen.show(_layout(chosen, begun, {each.file: each.title for each in exercises.exercises}))
    context.exit(FAILED if begun.troubles else 0)


def _here() -> Path:
    """Choose the current folder if it is empty or one of ours; raises UsageError otherwise."""
    names = [entry.name for entry in os.scandir()]
    if HIDDEN in names or all(name.startswith(".") for name in names):
        return Path()
    raise UsageError(
        "There are other things in this folder already. Give your exercises a folder of their own: "
        f"`grader init {SUGGESTED}`. (Or use this one all the same: `grader init .`)"
    )


def _layout(folder: Path, begun: Begun, titles: Mapping[str, str]) -> RenderableType:
    return Padding(Group(Text(), *_told(folder, begun, titles), Text(), *_next(folder), Text()), (0, 2))


def _told(folder: Path, begun: Begun, titles: Mapping[str, str]) -> Iterator[RenderableType]:
    where = "this folder" if folder == Path() else f"`{folder}`"
    if begun.made:
        yield Text.assemble(("✓ ", "green"), coded(f"Made in {where}:"))
        about = {**titles, **ABOUT}
        below = 1 if begun.added or begun.left or begun.troubles else 0
        yield Padding(pairs({name: about[name] for name in begun.made}), (1, 0, below, 4))
    if begun.added:
        told = f"Added to the end of `{ANSWERS}`: the questions of {', '.join(begun.added)}."
        yield Text.assemble(("✓ ", "green"), coded(told))
    if not (begun.made or begun.added or begun.troubles):
        yield coded(f"Everything is in {where} already, so nothing was changed.")
    elif begun.left:
        yield Text.assemble(("· ", "dim"), coded(f"Left as they were: {', '.join(begun.left)}."))
    for trouble in begun.troubles:
        yield Text.assemble(("✗ ", "red"), coded(trouble))


def _next(folder: Path) -> Iterator[RenderableType]:
    """Yield what to type now."""
    here = folder.resolve() == Path.cwd()
    yield Text("Go on with:" if here else "Go into your folder with the first of these, and go on with the second:")
    yield Text()
    if not here:
        yield Text(f"    cd {_quoted(str(folder))}", "bold", overflow="fold")
    yield Text("    grader", "bold")


def _quoted(path: str) -> str:
    """Write a path so that this system's shell takes it for one word."""
    if os.name == "posix":
        return shlex.quote(path)
    return f'"{path}"' if " " in path else path
