"""The whole screen, drawn anew with each state; or page after page below each other, where a terminal can no more."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from grader.cli import screen
from grader.reporters.watch import Page

LEAST = 4
"""So many lines of what is looked at are to be seen at least, even if the keys are not then."""


class Canvas:
    """Draws pages on the terminal; `whole` is whether it can be drawn on anywhere."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)
        self.whole = not (self._console.is_dumb_terminal or self._console.legacy_windows)
        self._printed: list[str] = []
        self._size = self._console.size

    def outgrown(self) -> bool:
        """Tell whether the window has another size than what was drawn last."""
        return self.whole and self._console.size != self._size

    def draw(self, page: Page, top: int | None) -> int:
        """Draw a page from this line of its body on, or from where the eye should be; give the line that it was."""
        size = self._size = self._console.size
        width = screen.columns(self._console)
        head, foot, *parts = (drawn(part, self._console, width) for part in (page.head, page.foot, *page.body))
        if not self.whole:
            return self._print([*head, "", *itertools.chain(*parts), *foot])
        if top is None:
            top = begin(parts, page.focus, _room(head, foot, size.height))
        lines, begun = fitted(head, [*itertools.chain(*parts)], foot, height=size.height, top=top)
        text = screen.showable("\n".join(f"\x1b[K{line}" for line in lines))
        sys.stdout.write(f"\x1b[H{text}\x1b[J")
        sys.stdout.flush()
        return begun

    def _print(self, lines: list[str]) -> int:
        if lines != self._printed:
            screen.say("\n".join(lines))
            sys.stdout.flush()
        self._printed = lines
        return 0


def drawn(part: RenderableType, console: Console, width: int) -> list[str]:
    """Give the lines of a part; a line of code that is too long goes on below, as it does in a terminal."""
    lines: list[str] = []
    for line in screen.rendered(part, console, width):
        pieces = Text.from_ansi(line).divide(range(width, len(line), width)) if len(line) > width else ()
        lines += [rest for piece in pieces if piece for rest in screen.rendered(piece, console, width)] or [line]
    return lines


def begin(parts: Sequence[Sequence[str]], focus: int | None, room: int) -> int:
    """Give the line to begin with, so that the part to look at is in sight, with what is before it if there is room."""
    if focus is None:
        return 0
    first = sum(map(len, parts[:focus]))
    return max(min(first, first + len(parts[focus]) - room), 0)


def fitted(
    head: Sequence[str], body: Sequence[str], foot: Sequence[str], *, height: int, top: int
) -> tuple[list[str], int]:
    """Give the lines that fit on a screen, and the line of the body that they begin with: none is left empty."""
    room = _room(head, foot, height)
    top = min(top, max(len(body) - room, 0))
    shown = list(body[top : top + room])
    left = len(body) - top - len(shown)
    below = f"  ... {left} more line{'s'[: left - 1]} (down or space)" if left else ""
    if room == max(height - 1, 1):
        return [*shown, *[""] * (room - len(shown)), below], top
    above = f"  ... {top} line{'s'[: top - 1]} above (up)" if top else ""
    return [*head, above, *shown, *[""] * (room - len(shown)), below, *foot], top


def _room(head: Sequence[str], foot: Sequence[str], height: int) -> int:
    """Tell how many lines of the body there is room for; what is above and below gives way on a tiny screen."""
    room = height - len(head) - 2 - len(foot)
    return room if room >= LEAST else max(height - 1, 1)
