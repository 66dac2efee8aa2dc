"""`grader export`: exercises in the forms that other programs take."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from grader import catalog, files
from grader.cli import screen
from grader.cli.options import exercises_option
from grader.errors import UsageError
from grader.exports import canvas, classroom50, gift, gradescope, moodle
from grader.exports.installing import Installed
from grader.exports.questions import Asked, questions
from grader.reporters.terminal import coded
from grader.sandbox.isolation import LEVELS
from grader.starting import REQUIREMENT

TITLE = "JWTs in FastAPI"
F = TypeVar("F", bound=Callable[..., None])


@click.group()
def export() -> None:
    """For instructors: exercises for other programs.

    Quizzes for learning platforms hold the same questions, options and points; to each option belongs what is told to
    whoever chose it. Autograders grade what is handed in there. The same exercises give the same bytes.
    """


def _quiz(command: F) -> F:
    """Add what all quizzes take."""
    for add in (
        exercises_option,
        click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the file here."),
        click.option("--title", default=TITLE, show_default=True, help="What the quiz is called there."),
        click.argument("slugs", nargs=-1, metavar="[EXERCISE]..."),
    ):
        command = add(command)
    return command


@export.command("moodle")
@click.option(
    "--as",
    "form",
    type=click.Choice(("xml", "gift")),
    default="xml",
    show_default=True,
    help="Moodle's XML, or GIFT, which many programs read but which has no points.",
)
@_quiz
def for_moodle(slugs: tuple[str, ...], title: str, output: Path | None, exercises_folder: Path, form: str) -> None:
    """Write the questions for Moodle's question bank."""
    asked = _questions(exercises_folder, slugs)
    writer, name = {"xml": (moodle, "Moodle XML format"), "gift": (gift, "GIFT format")}[form]
    target = output or Path(f"jwt-quiz.{form}")
    write(target, writer.render(asked, title).encode())
    _tell(target, asked, f"In Moodle: Question bank, Import, {name}.")


@export.command("canvas")
@_quiz
def for_canvas(slugs: tuple[str, ...], title: str, output: Path | None, exercises_folder: Path) -> None:
    """Write the questions as a quiz for Canvas.

    It is a zip of QTI 1.2, which many other programs import, too.
    """
    asked = _questions(exercises_folder, slugs)
    target = output or Path("jwt-quiz.zip")
    write(target, canvas.render(asked, title))
    _tell(target, asked, "In Canvas: Settings, Import Course Content, QTI .zip file.")


def _autograder(command: F) -> F:
    """Add what all autograders take."""
    for add in (
        exercises_option,
        click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the file here."),
        click.option(
            "--install",
            "requirement",
            metavar="REQUIREMENT",
            default=REQUIREMENT,
            show_default=True,
            help="What pip installs there. As long as jwt-grader is not on PyPI, say from where: "
            '"jwt-grader @ git+https://example.org/jwt-grader", for example.',
        ),
    ):
        command = add(command)
    return command


@export.command("gradescope")
@click.option(
    "--require-isolation",
    "isolation",
    type=click.Choice(LEVELS),
    default="kernel",
    show_default=True,
    help="Refuse there to run code that is not shut in at least this well.",
)
@_autograder
def for_gradescope(requirement: str, output: Path | None, exercises_folder: Path, isolation: str) -> None:
    """Write an autograder for Gradescope.

    REQUIREMENT may also be a wheel, which is put into the zip: `pip wheel --no-deps .` makes one of the checkout that
    you are in. The image there must have Python 3.10 or newer, as Ubuntu 22.04 has.
    """
    wheel = Path(requirement)
    content = wheel.read_bytes() if wheel.suffix == ".whl" and wheel.is_file() else None
    installed = Installed(wheel.name if content else requirement, _exercise_files(exercises_folder), content)
    target = output or Path("jwt-gradescope.zip")
    write(target, gradescope.render(installed, isolation))
    _tell_of(target, installed, "On Gradescope: your assignment, Configure Autograder, upload the zip.")


@export.command("classroom50")
@_autograder
def for_classroom50(requirement: str, output: Path | None, exercises_folder: Path) -> None:
    """Write an autograder for Classroom 50."""
    installed = Installed(requirement, _exercise_files(exercises_folder))
    target = output or Path("autograder.py")
    write(target, classroom50.render(installed).encode())
    _tell_of(target, installed, "In Classroom 50: give it to your assignment as its autograder.")


def _exercise_files(folder: Path) -> Mapping[str, bytes]:
    """Give the exercise files of a folder; raises ExerciseError if they cannot be loaded."""
    known = catalog.load(folder).exercises
    return {f"{exercise.slug}.yaml": (folder / f"{exercise.slug}.yaml").read_bytes() for exercise in known}


def _is_usual(installed: Installed) -> bool:
    return installed.requirement == REQUIREMENT


def _tell_of(target: Path, installed: Installed, what_next: str) -> None:
    count = len(installed.exercises)
    done = coded(f"Written to `{target}`, with {count} exercise{'s' if count > 1 else ''}.")
    unpublished = " from PyPI, where it is not yet: say with `--install` from where" if _is_usual(installed) else ""
    what = coded(f"It installs `{installed.requirement}`{unpublished}.")
    parts = [Text(), Text.assemble(("✓ ", "green"), done), what, Text(), coded(what_next), Text()]
    screen.show(Padding(Group(*parts), (0, 2)))


def write(target: Path, content: bytes) -> None:
    """Write a file; raises UsageError if it cannot be written."""
    try:
        files.replace(target, content)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}. Choose a place with --output.") from error


def _questions(exercises_folder: Path, slugs: Sequence[str]) -> tuple[Asked, ...]:
    asked = questions(catalog.load(exercises_folder).select(slugs).exercises)
    if not asked:
        raise UsageError("There is no question in what you chose: `grader list` shows which exercises have one.")
    return asked


def _tell(target: Path, asked: Sequence[Asked], what_next: str) -> None:
    count = "1 question" if len(asked) == 1 else f"{len(asked)} questions"
    done = Text.assemble(("✓ ", "green"), coded(f"Written to `{target}`: {count}."))
    screen.show(Padding(Group(Text(), done, Text(), coded(what_next), Text()), (0, 2)))
