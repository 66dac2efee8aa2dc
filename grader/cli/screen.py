"""The screen: how wide it is, which colours and characters it has; by the usual conventions (NO_COLOR and so on)."""

from __future__ import annotations

import sys

import click
from rich.console import Console, RenderableType

from grader.reporters.terminal import SIGNS, WIDEST, WIDTH, plain_signs


def show(layout: RenderableType) -> None:
    """Print a layout: no wider than is good to read, and 80 columns where there is no terminal, as in CI."""
    console = Console(highlight=False)
    width = min(console.width, WIDEST) if sys.stdout.isatty() else WIDTH
    with console.capture() as captured:
        console.print(layout, width=width)
    signs = "".join(sign for sign, _ in SIGNS.values())
    text = captured.get() if _can_show(signs) else plain_signs(captured.get())
    click.echo("\n".join(line.rstrip() for line in text.split("\n")), nl=False, color=True)


def _can_show(signs: str) -> bool:
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True
