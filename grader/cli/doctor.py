"""`grader doctor`: what this machine has, what it lacks, and how to get it."""

from __future__ import annotations

import time
import zoneinfo

import click
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from grader import __version__
from grader.cli import screen
from grader.grading import versions
from grader.sandbox import isolation, process


@click.command()
def doctor() -> None:
    """Show what this machine offers.

    That is: versions, time zones, and how well student code is shut in.
    """
    screen.show(Group(Text(), _versions(), Text(), _isolation(), Text()))


def _versions() -> RenderableType:
    table = Table.grid(padding=(0, 2), pad_edge=True)
    for name, version in {"jwt-grader": __version__, **versions()}.items():
        table.add_row(Text(name, "bold"), version)
    zones = f"{len(zoneinfo.available_timezones())} known by name; local time is UTC{time.strftime('%z')}"
    table.add_row(Text("time zones", "bold"), zones)
    table.add_row(Text("processes", "bold"), "forked from a warm server" if process.CAN_FORK else "started one by one")
    return table


def _isolation() -> RenderableType:
    could = isolation.attempts()
    table = Table.grid(padding=(0, 2), pad_edge=True)
    table.add_row(Text("isolation", "bold"), Text(isolation.level(), "bold"))
    for name, possible in could.items():
        sign = Text("✗ can", "red") if possible else Text("✓ cannot", "green")
        table.add_row("", Text.assemble("student code ", sign, f" {name}"))
    return Group(table, *(Text(f"  → {remedy}") for remedy in isolation.remedies(could)))
