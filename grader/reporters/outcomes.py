"""What programs did, for a person at a terminal: sentences, what was printed, and tokens opened up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.inspection import Member
from grader.outcome import AWAY, Outcome
from grader.reporters import words
from grader.reporters.terminal import coded

WHERE = f"on a server at {words.zone(AWAY.offset)}"


def layout(outcomes: Iterable[Outcome]) -> RenderableType:
    """Arrange what a program did, one thing after the other."""
    return Group(*(part for outcome in outcomes for part in _outcome(outcome)))


def members(title: str, shown: Iterable[Member], between: str = ": ") -> RenderableType:
    """Arrange members of a token's header or payload: name, value, what it means and, `between` them, when it is."""
    table = Table.grid(padding=(0, 2))
    for index, member in enumerate(shown):
        aside = between.join(filter(None, (member.meaning, member.moment)))
        table.add_row(Text(title if index == 0 else "", "dim"), Text(member.name, "magenta"), Text(member.value), aside)
    return table


def _outcome(outcome: Outcome) -> Iterator[RenderableType]:
    yield coded(outcome.sentence)
    for line in outcome.lines:
        yield Padding(Text(line, overflow="fold"), (0, 0, 0, 4))
    if outcome.token:
        header, payload = outcome.token.header, outcome.token.payload
        yield Padding(Group(members("header", header), members("payload", payload, between=":\n")), (0, 0, 0, 2))
    for note in outcome.notes:
        yield Padding(coded(note), (0, 0, 0, 2))
