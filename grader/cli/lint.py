"""`grader lint`: what is wrong or odd about exercise files, without running anything."""

from __future__ import annotations

from pathlib import Path

import click

from grader import catalog, linting, solutions
from grader.cli import screen
from grader.cli.options import authors_exercises_option, solutions_option

FAILED = 1


@click.command()
@authors_exercises_option
@solutions_option
@click.option("--strict", is_flag=True, help="Let remarks count as faults.")
@click.pass_context
def lint(context: click.Context, exercises_folder: Path, solutions_folder: Path | None, strict: bool) -> None:
    """For authors: look through exercise files.

    Nothing is run. Faults are what a student would stumble over: keys and labels that are not known, links that lead
    nowhere, names that the steps need and the brief does not speak of, wrong solutions that no misconception of the
    exercise explains. A remark names misconceptions that no wrong solution shows.

    Exit code: 0 no faults, 1 faults, 2 wrong usage, 4 an exercise file that cannot be loaded.
    """
    exercises = catalog.load(exercises_folder)
    known = solutions.read(solutions_folder or solutions.beside(exercises_folder), exercises.exercises)
    found = list(linting.findings(exercises_folder, exercises, known))
    for each in found:
        screen.say(each.sentence if each.is_fault else f"{each.sentence} (a remark)")
    count = sum(each.is_fault or strict for each in found)
    many = f"{len(exercises.exercises)} exercise{'s' if len(exercises.exercises) > 1 else ''}"
    screen.say(f"✗ {count} fault{'s' if count > 1 else ''} in {many}" if count else f"✓ no faults in {many}")
    context.exit(FAILED if count else 0)
