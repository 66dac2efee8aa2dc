"""Columns where there is room for them; on a narrow screen one thing below the other, so that names stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

ROOM = 60
BETWEEN = "  "


class Roomy:
    """Shows one layout where there is room for it, and another where there is not."""

    def __init__(self, wide: RenderableType, narrow: RenderableType, room: int = ROOM) -> None:
        self.wide, self.narrow, self.room = wide, narrow, room

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        yield self.wide if options.max_width >= self.room else self.narrow


class Flowing:
    """Shows short pieces side by side, and goes on below where there is no more room; no piece is broken."""

    def __init__(self, pieces: Iterable[Text]) -> None:
        self.pieces = tuple(pieces)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        line = Text()
        for piece in self.pieces:
            if line and line.cell_len + len(BETWEEN) + piece.cell_len > options.max_width:
                yield line
                line = Text()
            line = Text(BETWEEN).join([line, piece]) if line else piece
        yield line


def beside(label: Text, content: RenderableType) -> RenderableType:
    """Set a text beside what it begins with, so that further lines of it are set in."""
    table = Table.grid()
    table.add_row(label, content)
    return table


def pairs(rows: Mapping[str, str]) -> RenderableType:
    """Show names, each with a few words about it."""
    wide = Table.grid(padding=(0, 2))
    below: list[RenderableType] = []
    for name, about in rows.items():
        wide.add_row(Text(name, "bold"), Text(about, "dim"))
        below += [Text(name, "bold", overflow="fold"), Padding(Text(about, "dim"), (0, 0, 0, 2))]
    return Roomy(wide, Group(*below))
