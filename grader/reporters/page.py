"""What is read at a terminal, below one another: prose is wrapped where the screen ends, code and addresses never are.

A line of code that is broken in two is another line. So it is told as it is, however narrow the screen, and must not
stand within anything that would cut it off: a page is laid out part by part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from grader.exercise import Option
from grader.reporters.address import Address
from grader.reporters.columns import beside
from grader.reporters.terminal import coded

MARGIN = 2
CODE = " " * 4
"""With what lines of code begin in a text, and how far code is set in."""
ITEM = "- "


class Code:
    """Lines of code as they are, set in; `label` stands before the first of them."""

    def __init__(self, source: str, label: str = "", indent: int = MARGIN + len(CODE)) -> None:
        self.lines, self.label, self.indent = source.rstrip().split("\n"), label, indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for index, line in enumerate(self.lines):
            label = self.label if index == 0 else ""
            yield Segment(" " * (self.indent - len(self.label)))
            yield Segment(label or " " * len(self.label), Style(bold=True) if label else None)
            yield Segment(line)
            yield Segment.line()


def page(*parts: RenderableType) -> RenderableType:
    """Set parts below one another, with a margin."""
    return Group(*(part if isinstance(part, Code | Address) else Padding(part, (0, MARGIN)) for part in parts))


def prose(text: str) -> Iterator[RenderableType]:
    """Yield paragraphs, the items of lists, and the indented lines of examples."""
    for line in text.split("\n"):
        if line.startswith(ITEM):
            yield beside(Text(ITEM), coded(line.removeprefix(ITEM)))
        else:
            yield Code(line, indent=MARGIN) if line.startswith(CODE) else coded(line)


def options(choices: Mapping[str, Option]) -> Iterator[RenderableType]:
    """Yield what there is to choose from, by letter."""
    for letter, option in choices.items():
        label = f"{letter}  "
        if option.text:
            yield beside(Text(label, "bold"), Group(*map(coded, option.text.split("\n"))))
        if option.code:
            yield Code(option.code, "" if option.text else label, MARGIN + len(label))
