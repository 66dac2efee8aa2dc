"""`grader check`: grade a folder of answers and report."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import click

from grader import catalog, grading, submission, workspace
from grader.catalog import Catalog
from grader.cli import ci, completion, screen
from grader.cli.ci import Wanted
from grader.cli.options import exercises_option, isolation_option, seed_option
from grader.cli.reports import TERMINAL, give, output_option, report_option, to_give
from grader.container import innermost
from grader.errors import ExerciseError, UsageError
from grader.exercise import Exercise
from grader.report import Report
from grader.reporters import path
from grader.sandbox import isolation
from grader.workspace import Workspace

FAILED = 1
OUR_FAULT = 3
HASH = re.compile(r"[0-9a-f]{8,64}")
"""The digits of a sha256, as many as somebody cared to copy."""


def _hash(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    if given is not None and not HASH.fullmatch(given.lower()):
        raise UsageError(
            f"'{given}' is no hash of exercises: give --expect 8 digits or more of the one that reports show."
        )
    return given.lower() if given else None


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=".", shell_complete=completion.slugs_or_folders)
@click.argument("slugs", nargs=-1, metavar="[EXERCISE]...", shell_complete=completion.slugs)
@report_option
@output_option
@click.option(
    "--expect",
    metavar="HASH",
    callback=_hash,
    help="For CI: refuse to grade with other exercises than those of this hash, which reports show.",
)
@click.option("--hidden", is_flag=True, help="For instructors: report checks that students do not see, too.")
@isolation_option
@seed_option
@exercises_option
@click.pass_context
def check(  # noqa: PLR0913, PLR0917 - one for each argument and option
    context: click.Context,
    folder: Path,
    slugs: tuple[str, ...],
    reports: tuple[Wanted, ...],
    output: Path | None,
    expect: str | None,
    hidden: bool,
    required: isolation.Level | None,
    seed: int | None,
    exercises_folder: Path,
) -> None:
    """See what is right, and what to fix first.

    In your own folder `grader check` is enough, or `grader check utc_expiry` for one exercise. What you solved is
    remembered if `grader init` made the folder.

    FOLDER is another folder to grade, or an archive. It holds answers.yaml, with a line such as `utc_expiry: A` for
    each question, and a file such as utc_expiry.py for each task. What is missing is shown as not attempted.

    Exit code: 0 full marks, 1 otherwise, 2 wrong usage, 3 a fault of the grader, 4 an invalid exercise file, or other
    exercises than expected.
    """
    wanted = to_give(reports, output)
    isolation.require(required, "--require-isolation")
    exercises = catalog.load(exercises_folder)
    _expect(expect, exercises, exercises_folder)
    known = [exercise.slug for exercise in exercises.exercises]
    there = os.path.exists(folder)  # noqa: PTH110 - Path's own raises where nobody may look
    if not there and str(folder) == folder.name:  # `grader check utc_expiry`, in one's own folder
        if str(folder) in known:
            folder, slugs = Path(), (str(folder), *slugs)
        elif meant := exercises.suggestion(str(folder)):
            raise UsageError(f"There is neither a folder nor an exercise '{folder}'{meant}")
    chosen = exercises.select(slugs)
    handed_in = submission.read(folder, known)
    graded = grading.grade(chosen, handed_in, seed=grading.new_seed() if seed is None else seed)
    seen = graded if hidden else graded.public()
    report = replace(seen, folder=ci.place(innermost(folder), os.environ), ci=ci.known(os.environ))
    for each in wanted:
        give(report, each)
    here = None if isolation.in_ci() else workspace.find(folder, exercises_folder)
    if here and not _remember(here, report):
        click.echo(workspace.NOT_REMEMBERED, err=True)
    elif here and TERMINAL in wanted and _exit_code(report) == 0:
        solved = [exercise.slug for exercise in report.exercises]
        screen.show(path.after(solved, _following(exercises, here), withheld=report.withheld))
    context.exit(_exit_code(report))


def _expect(digits: str | None, exercises: Catalog, folder: Path) -> None:
    """Refuse exercises that are not those that were expected; raises ExerciseError."""
    if digits and not exercises.digest.startswith(digits):
        found = exercises.digest[: len(digits)]
        raise ExerciseError(
            f"These are other exercises than expected: those in {folder} have the hash {found}, not {digits}. "
            "Install the version of them that has it, or change --expect."
        )


def _following(exercises: Catalog, here: Workspace) -> Exercise | None:
    return path.next_one(exercises.exercises, here.states(exercises.exercises))


def _remember(here: Workspace, report: Report) -> bool:
    solved = {exercise.slug: exercise.points for exercise in report.exercises if exercise.status == "passed"}
    return not solved or here.remember(lambda known: known.with_solved(solved))


def _exit_code(report: Report) -> int:
    statuses = {exercise.status for exercise in report.exercises}
    if "grader_error" in statuses:
        return OUR_FAULT
    return 0 if statuses <= {"passed"} else FAILED
