"""`--report`: which reports are asked for, or looked for by the CI system, and how each gets to its place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from grader.catalog import did_you_mean
from grader.cli import ci, screen
from grader.cli.ci import Wanted
from grader.errors import UsageError
from grader.report import Report
from grader.reporters import REPORTERS, terminal

TERMINAL = Wanted("terminal")
LOG = "github"
"""The report that is a part of the log: GitHub reads standard error as well, and another report may have the screen."""


def _read(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[Wanted, ...]:
    wanted = []
    for each in given:
        name, _equals, file = each.partition("=")
        if name not in REPORTERS:
            meant = did_you_mean(name, REPORTERS) or f"; there are {', '.join(REPORTERS)}."
            raise UsageError(f"There is no report '{name}'{meant}")
        wanted.append(Wanted(name, Path(file) if file not in ("", "-") else None))
    return tuple(wanted)


report_option = click.option(
    "--report",
    "--format",
    "reports",
    multiple=True,
    metavar="NAME[=FILE]",
    callback=_read,
    help=f"Give this report, on screen or in a file; may be repeated. There are {', '.join(REPORTERS)}. "
    "Without it there is the one for you, and in CI those that the system looks for.",
)
output_option = click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Put the report, if it is one, into this file."
)


def to_give(asked: Sequence[Wanted], output: Path | None = None) -> tuple[Wanted, ...]:
    """Give the reports that are asked for; where none is, those for people and for the CI system, which is told.

    Raises UsageError if several would be on the screen, or in the file `output`.
    """
    if output:
        (only, *others) = asked or (TERMINAL,)
        if only.file or others:
            raise UsageError("--output is for one report: give each of several its own file, as --report NAME=FILE.")
        return (Wanted(only.name, output),)
    on_screen = [each.name for each in asked if not each.file and each.name != LOG]
    if len(on_screen) > 1:
        last = on_screen[-1]
        raise UsageError(f"{' and '.join(on_screen)} cannot share the screen: give all but one a file, as {last}=FILE.")
    if asked:
        return tuple(asked)
    found = list(ci.systems(os.environ))
    looked_for = [report for system in found for report in system.reports]
    if looked_for:
        names, reports = " and ".join(system.name for system in found), ", ".join(map(str, looked_for))
        click.echo(f"{names}: also reported as {reports}. To choose reports yourself, use --report.", err=True)
    return TERMINAL, *looked_for


def give(report: Report, wanted: Wanted) -> None:
    """Put a report where it is wanted; raises UsageError if its file cannot be written."""
    if wanted == TERMINAL:
        screen.show(terminal.layout(report))
        return
    text = REPORTERS[wanted.name](report)
    if wanted.file:
        _write(wanted.file, text, mode="a" if wanted.added else "w")
    else:
        click.echo(text.encode(), nl=False, err=wanted.name == LOG)  # UTF-8, whatever the console's encoding is


def _write(file: Path, text: str, *, mode: str) -> None:
    """Write a file; where it lies among the student's, a link of its name leads anywhere, and is not followed."""
    try:
        if file.is_symlink() and not file.is_absolute():
            file.unlink()
        with file.open(mode, encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise UsageError(f"The report cannot be written to {file}: {error.strerror}.") from error
