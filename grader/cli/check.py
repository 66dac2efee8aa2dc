"""`grader check`: grade a folder of answers and report."""

from __future__ import annotations

from pathlib import Path

import click

from grader import catalog, grading, submission, workspace
from grader.cli import screen
from grader.cli.options import exercises_option, isolation_option, seed_option
from grader.errors import UsageError
from grader.report import Report
from grader.reporters import REPORTERS, path, terminal
from grader.sandbox import isolation
from grader.workspace import Workspace

FAILED = 1
OUR_FAULT = 3


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.argument("slugs", nargs=-1, metavar="[EXERCISE]...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(REPORTERS)),
    default="terminal",
    show_default=True,
    help="Report for you, or for programs.",
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report here, not on screen.")
@isolation_option
@seed_option
@exercises_option
@click.pass_context
def check(  # noqa: PLR0913, PLR0917 - one for each argument and option
    context: click.Context,
    folder: Path,
    slugs: tuple[str, ...],
    format_name: str,
    output: Path | None,
    required: isolation.Level | None,
    seed: int | None,
    exercises_folder: Path,
) -> None:
    """See what is right, and what to fix first.

    In your own folder `grader check` is enough, or `grader check utc_expiry` for one exercise. What you solved is
    remembered if `grader init` made the folder.

    FOLDER is another folder to grade, or an archive. It holds answers.yaml, with a line such as `utc_expiry: A` for
    each question, and a file such as utc_expiry.py for each task. What is missing is shown as not attempted.

    Exit code: 0 full marks, 1 otherwise, 2 wrong usage, 3 a fault of the grader, 4 an invalid exercise file.
    """
    isolation.require(required, "--require-isolation")
    exercises = catalog.load(exercises_folder)
    known = [exercise.slug for exercise in exercises.exercises]
    if not folder.exists() and str(folder) == folder.name:  # `grader check utc_expiry`, in one's own folder
        if str(folder) in known:
            folder, slugs = Path(), (str(folder), *slugs)
        elif meant := exercises.suggestion(str(folder)):
            raise UsageError(f"There is neither a folder nor an exercise '{folder}'{meant}")
    handed_in = submission.read(folder, known)
    report = grading.grade(exercises.select(slugs), handed_in, seed=grading.new_seed() if seed is None else seed)
    if output:
        _write(output, REPORTERS[format_name](report))
    elif format_name == "terminal":
        screen.show(terminal.layout(report))
    else:
        click.echo(REPORTERS[format_name](report).encode(), nl=False)  # its format is UTF-8, whatever the console's is
    here = None if isolation.in_ci() else workspace.find(folder, exercises_folder)
    if here and not _remember(here, report):
        click.echo(workspace.NOT_REMEMBERED, err=True)
    elif here and format_name == "terminal" and not output and _exit_code(report) == 0:
        solved = [exercise.slug for exercise in report.exercises]
        screen.show(path.after(solved, path.next_one(exercises.exercises, here.states(exercises.exercises))))
    context.exit(_exit_code(report))


def _remember(here: Workspace, report: Report) -> bool:
    solved = {exercise.slug: exercise.points for exercise in report.exercises if exercise.status == "passed"}
    return not solved or here.remember(lambda known: known.with_solved(solved))


def _write(output: Path, text: str) -> None:
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"The report cannot be written to {output}: {error.strerror}.") from error


def _exit_code(report: Report) -> int:
    statuses = {exercise.status for exercise in report.exercises}
    if "grader_error" in statuses:
        return OUR_FAULT
    return 0 if statuses <= {"passed"} else FAILED
