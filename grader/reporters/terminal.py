"""The report for a person at a terminal: a line for each exercise, then the first thing to fix in each, then the sum.

Text of the student's is put in as text, never as markup. Colours are those that light and dark terminals both show;
each also has a sign, so that nothing is said by colour alone.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.report import CheckResult, ExerciseReport, Report, Sighting, Status
from grader.reporters import words
from grader.reporters.address import Address
from grader.reporters.columns import Roomy, beside
from grader.text import disarm

SIGNS: dict[Status, tuple[str, str]] = {
    "passed": ("✓", "green"),
    "failed": ("✗", "red"),
    "skipped": ("·", "dim"),
    "not_attempted": ("·", "dim"),
    "grader_error": ("!", "magenta"),
}
PLAIN_SIGNS = {"✓": "+", "✗": "x", "·": "-", "→": "->", "█": "#", "░": ".", "│": "|", "…": "..."}
WIDTH = 80
WIDEST = 100
BAR = 24
SET_IN = 6
"""So far is set in what stands under a check."""


def render(report: Report) -> str:
    """Give the report without colours, 80 columns wide."""
    console = Console(file=io.StringIO(), width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(layout(report), crop=False)
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))  # type: ignore[attr-defined] # StringIO


def plain_signs(text: str) -> str:
    """Replace the signs by ASCII, for a terminal whose encoding has not got them."""
    for sign, plain in PLAIN_SIGNS.items():
        text = text.replace(sign, plain)
    return text


def layout(report: Report) -> RenderableType:
    """Arrange the report for any console."""
    return Group(Text(), body(report), Text())


def body(report: Report) -> RenderableType:
    """Arrange all that the report tells."""
    parts: list[RenderableType] = [_overview(report), Text()]
    parts += [part for exercise in report.exercises if exercise.first_failed for part in _exercise(exercise)]
    asides = [Padding(coded(f"{SIGNS[status][0]} {text}", "dim"), (0, 2)) for status, text in words.asides(report)]
    parts += [*asides, Text()] if asides else []
    named = next((found.label for exercise in report.exercises for found in exercise.explained), None)
    more = coded(f"See such a mistake tried out: `grader explain {named}`", "dim")
    parts += [Padding(more, (0, 2, 1, 2))] if named else []
    parts += [Padding(coded(f"Note: {note}"), (0, 2, 1, 2)) for note in report.notes]
    return Group(*parts, _total(report))


def _overview(report: Report) -> RenderableType:
    wide, narrow = (Table.grid(padding=(0, 2)) for _ in range(2))
    for exercise in report.exercises:
        sign, style = SIGNS[exercise.status]
        name, title = Text(exercise.slug, "bold", overflow="fold"), exercise.title
        points = Text(f"{exercise.points:g}/{exercise.max_points:g}", style, justify="right", no_wrap=True)
        wide.add_row(Text(sign, style), name, Text(title), points)
        narrow.add_row(Text(sign, style), Group(name, Text(title, "dim")), points)
    return Padding(Roomy(wide, narrow), (0, 0, 0, 2))


def _exercise(exercise: ExerciseReport) -> Iterator[RenderableType]:
    yield Padding(Text.assemble((exercise.slug, "bold"), "  ", (exercise.title, "dim")), (0, 2))
    yield from checks(exercise)
    yield Text()


def checks(exercise: ExerciseReport) -> Iterator[RenderableType]:
    """Yield each of an exercise's checks, with what helps under it if it did not pass."""
    for check in exercise.checks:
        sign, style = SIGNS[check.status]
        title = coded(check.title, style if check.status == "failed" else "")
        helps = list(_helps(exercise, check))
        parts = [Padding(beside(Text(f"{sign} ", style), title), (0, 4)), *_told(exercise, check), *helps]
        yield Group(*parts, Text()) if helps and check is not exercise.checks[-1] else Group(*parts)


def _told(exercise: ExerciseReport, check: CheckResult) -> Iterator[RenderableType]:
    """Yield why a check failed, with the student's line that it is about, which is shown once."""
    if check.status == "failed":
        yield _set_in(coded(check.message))
        excerpt = words.excerpt_of(exercise, check)
        if excerpt:
            yield _set_in(Text.assemble((f"{check.line:>4} │ ", "dim"), excerpt, no_wrap=True, overflow="ellipsis"))


def _helps(exercise: ExerciseReport, check: CheckResult) -> Iterator[RenderableType]:
    """Yield what helps with a check: the known mistakes, or a hint if it is the first to fix, and the first token."""
    for diagnosis in exercise.explaining(check):
        yield Text()
        yield _set_in(Text.assemble((diagnosis.label, "bold red"), "  ", coded(diagnosis.happened)))
        yield _set_in(Text.assemble(("→ ", "green"), coded(diagnosis.remedy)))
        yield Address(diagnosis.link, SET_IN)
    hint, token = words.hint(exercise, check), words.token_of(exercise, check)
    if hint:
        yield Text()
        yield _set_in(Text.assemble(("hint  ", "bold"), coded(hint)))
    if token:
        yield Text()
        yield _set_in(_token(token))


def _set_in(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 4, 0, SET_IN))


def _token(token: Sighting) -> RenderableType:
    """Show a token opened up, its times readable."""
    table = Table.grid(padding=(0, 2))
    header = disarm(" · ".join(f"{name} {value}" for name, value in words.header(token)))
    table.add_row(Text("header", "dim"), Text(header))
    for index, (name, value) in enumerate(words.claims(token)):
        table.add_row(Text("payload" if index == 0 else "", "dim"), Text.assemble((f"{name}  ", "magenta"), value))
    return Group(Text(words.made(token), "dim"), table)


def _total(report: Report) -> RenderableType:
    share = report.points / report.max_points if report.max_points else 0.0
    done = int(BAR * share)
    of = " of the public checks" if report.withheld else ""
    told = (f"{report.points:g} of {report.max_points:g} points{of}", "bold green" if share == 1 else "bold")
    drawn = Text.assemble(("█" * done, "green"), ("░" * (BAR - done), "dim"), "  ", told)
    lines = [Text(line, "dim") for line in (words.grader(report), words.run(report))]
    return Padding(Group(Roomy(drawn, Text.assemble(told)), *lines), (0, 0, 0, 2))


def coded(text: str, style: str = "") -> Text:
    """Set words in backticks apart."""
    shown = Text(text, style)
    shown.highlight_regex(r"`[^`]+`", "bold")
    return shown
