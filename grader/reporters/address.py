"""A web address, which nothing breaks in two, so that a terminal lets one click it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style


class Address:
    """An address on a line of its own: it begins further to the left where it would not fit, and runs on if it must.

    It must not stand within anything that would cut it off.
    """

    def __init__(self, link: str, indent: int) -> None:
        self.link, self.indent = link, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        yield Segment(" " * max(min(self.indent, options.max_width - len(self.link)), 0))
        yield Segment(self.link, Style(dim=True))
        yield Segment.line()
