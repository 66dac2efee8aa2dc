"""The screen: how wide it is, which colours and characters it has; by the usual conventions (NO_COLOR and so on)."""

from __future__ import annotations

import shutil
import sys

import click
from rich.console import Console, RenderableType

from grader.reporters.terminal import SIGNS, WIDEST, WIDTH, plain_signs


def show(layout: RenderableType) -> None:
    """Print a layout: no wider than is good to read, and 80 columns where there is no terminal, as in CI."""
    console = Console(highlight=False)
    say("\n".join(rendered(layout, console, columns(console) if sys.stdout.isatty() else WIDTH)))


def columns(console: Console) -> int:
    """Give the columns to be used of a terminal; Rich takes one that cannot be drawn on for 80 columns wide."""
    there = shutil.get_terminal_size((WIDTH, 0)).columns if console.is_dumb_terminal else console.width
    return min(there, WIDEST)


def rendered(layout: RenderableType, console: Console, width: int) -> list[str]:
    """Give the lines of a layout."""
    with console.capture() as captured:
        console.print(layout, width=width, crop=False)  # lines of code are longer than a narrow screen
    return [line.rstrip() for line in captured.get().removesuffix("\n").split("\n")]


def say(text: str, *, nl: bool = True) -> None:
    """Print a text, with stand-ins for what this console's encoding has not got."""
    click.echo(showable(text), nl=nl, color=True)


def showable(text: str) -> str:
    """Give a text with stand-ins for what this console's encoding has not got."""
    if _can_show("".join(sign for sign, _ in SIGNS.values())):
        return text
    return plain_signs(text).encode(_encoding(), "replace").decode(_encoding())


def _can_show(signs: str) -> bool:
    try:
        signs.encode(_encoding())
    except UnicodeEncodeError:
        return False
    return True


def _encoding() -> str:
    return sys.stdout.encoding or "ascii"
