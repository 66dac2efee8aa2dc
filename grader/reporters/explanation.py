"""A misconception in full, and the list of all of them, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.explaining import Attempt, Explanation
from grader.reporters import outcomes
from grader.reporters.address import Address
from grader.reporters.page import MARGIN, Code, page
from grader.reporters.terminal import coded

NOT_SHOWN = "On this machine the wrong example does not show it: a library is another one than usual."


def layout(explained: Explanation) -> RenderableType:
    """Arrange an explanation for any console."""
    return Group(Text(), body(explained), Text())


def body(explained: Explanation) -> RenderableType:
    """Arrange what happens, what to do, the rule, and both programs with what came of them."""
    told, example = explained.told, explained.example
    parts: list[RenderableType] = [
        Text.assemble((explained.label, "bold red"), "  ", (example.title, "bold")),
        Text(),
        coded(told.happened if told else NOT_SHOWN),
    ]
    if told:
        parts += [Text.assemble(("→ ", "green"), coded(told.remedy))]
    parts += [Text(), Text.assemble(("The rule  ", "bold"), coded(example.rule))]
    parts += [Address(told.link, MARGIN)] if told else []
    return page(*parts, *_attempt(explained.wrong, ("✗ ", "red")), *_attempt(explained.right, ("✓ ", "green")))


def overview(groups: Iterable[tuple[str, Mapping[str, str]]]) -> RenderableType:
    """List all misconceptions under their headings, each in a line."""
    listed = list(groups)
    widest = max(len(label) for _, titles in listed for label in titles)
    parts: list[RenderableType] = [Text()]
    for heading, titles in listed:
        table = Table.grid(padding=(0, 2))
        table.add_column(width=widest)
        for label, title in titles.items():
            table.add_row(Text(label), coded(title))
        parts += [Text(heading, "bold"), Padding(table, (0, 0, 1, 2))]
    more = coded("Read one in full, and see it happen, with `grader explain LABEL`.", "dim")
    return Padding(Group(*parts, more, Text()), (0, 2))


def _attempt(attempt: Attempt, sign: tuple[str, str]) -> Iterator[RenderableType]:
    yield Text()
    yield Text.assemble(sign, (attempt.file, "bold"))
    yield from (Text(), Code(attempt.source), Text())
    where = f", {outcomes.WHERE}" if any(outcome.timed for outcome in attempt.outcomes) else ""
    yield Text(f"What it did, just now in the sandbox{where}:", "dim")
    yield outcomes.layout(attempt.outcomes)
