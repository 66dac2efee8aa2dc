"""`grader pack`: everything that is to be handed in, as one file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from grader import catalog, packing
from grader.cli import screen
from grader.cli.options import exercises_option
from grader.packing import Pack
from grader.reporters.columns import pairs
from grader.reporters.terminal import coded
from grader.submission import ANSWERS

FAILED = 1


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("submission.zip"),
    help="Write the archive here; submission.zip if not given.",
)
@exercises_option
@click.pass_context
def pack(context: click.Context, folder: Path, output: Path, exercises_folder: Path) -> None:
    """Pack what you hand in into one file.

    What goes into it is listed first: answers.yaml and the files that exercises ask for, and nothing else of your
    FOLDER. `grader check submission.zip` grades the archive as whoever receives it will.

    Exit code: 0 packed, 1 packed without a file that could not be taken, or with answers that cannot be understood,
    2 wrong usage, 4 an invalid exercise file.
    """
    exercises = catalog.load(exercises_folder)
    found = packing.collect(folder, exercises)
    screen.show(_layout(_found(found)))
    packing.write(output, packing.archive(found, exercises))
    screen.show(_layout(_packed(output)))
    context.exit(FAILED if found.troubles else 0)


def _layout(parts: Iterator[RenderableType]) -> RenderableType:
    return Padding(Group(*parts, Text()), (0, 2))


def _found(pack: Pack) -> Iterator[RenderableType]:
    yield Text()
    yield Text("This is what you hand in:")
    yield Padding(pairs(_about(pack)), (1, 0, 0, 4))
    if pack.missing:
        yield Text()
        yield Text.assemble(("· ", "dim"), coded(f"Not there: {', '.join(pack.missing)}."))
    for note in pack.notes:
        yield Text.assemble(("· ", "dim"), coded(note))
    for trouble in pack.troubles:
        yield Text.assemble(("✗ ", "red"), coded(trouble))


def _about(pack: Pack) -> Mapping[str, str]:
    about = {name: _size(len(content)) for name, content in pack.files.items()}
    about |= dict.fromkeys(pack.unchanged, "as it was at the beginning")
    if ANSWERS in about:
        about[ANSWERS] = f"{pack.answered} of {pack.asked} questions answered"
    return about


def _size(count: int) -> str:
    return "1 byte" if count == 1 else f"{count:,} bytes"


def _packed(output: Path) -> Iterator[RenderableType]:
    yield Text.assemble(("✓ ", "green"), coded(f"Packed: `{output}`"))
    yield Text()
    yield coded(f"To see how it will be graded: `grader check {output}`")
