"""The path through the exercises, for a terminal: how far each one is, and which comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.exercise import Exercise
from grader.reporters.columns import Roomy
from grader.reporters.terminal import BAR, coded
from grader.workspace import State

SIGNS: Mapping[State, tuple[str, str]] = {"solved": ("✓", "green"), "begun": ("~", "magenta"), "open": ("·", "dim")}


def layout(exercises: Sequence[Exercise], states: Mapping[str, State]) -> RenderableType:
    """Show every exercise with its state, how many are solved, and how to go on."""
    wide, narrow = (Table.grid(padding=(0, 2), pad_edge=True) for _ in range(2))
    for exercise in exercises:
        state = states[exercise.slug]
        sign, style = SIGNS[state]
        name = Text(exercise.slug, "bold", overflow="fold")
        number, title = Text(str(exercise.position), "dim"), Text(exercise.title)
        wide.add_row(Text(sign, style), number, name, title, Text(state, style))
        narrow.add_row(Text(sign, style), Group(name, Text(exercise.title, "dim")), Text(state, style))
    goes_on = coded(_goes_on(next_one(exercises, states)))
    return Group(Text(), Roomy(wide, narrow), Text(), bar(exercises, states), Text(), Padding(goes_on, (0, 2, 1, 2)))


def after(solved: Sequence[str], following: Exercise | None, *, withheld: bool = False) -> RenderableType:
    """Say how to go on after full marks for these exercises, as far as a student sees them."""
    behind = [f"To read what is behind it: `grader hint {solved[0]}`"] if len(solved) == 1 and following else []
    return Padding(coded("\n".join([*behind, _goes_on(following, withheld=withheld)])), (0, 2, 1, 2))


def bar(exercises: Sequence[Exercise], states: Mapping[str, State]) -> RenderableType:
    """Show how much of the path is done."""
    solved = sum(states[exercise.slug] == "solved" for exercise in exercises)
    done = BAR * solved // len(exercises)
    told = (f"  {solved} of {len(exercises)} solved", "bold green" if solved == len(exercises) else "bold")
    drawn = Text.assemble("  ", ("█" * done, "green"), ("░" * (BAR - done), "dim"), told)
    return Roomy(drawn, Text.assemble(told))


def next_one(exercises: Sequence[Exercise], states: Mapping[str, State]) -> Exercise | None:
    """Give the first exercise that is not solved."""
    return next((exercise for exercise in exercises if states[exercise.slug] != "solved"), None)


def _goes_on(following: Exercise | None, *, withheld: bool = False) -> str:
    if following:
        return f"To go on: `grader list {following.slug}`"
    if withheld:
        return "There is nothing more to do for now."
    return "You have solved them all. Well done!\nTo read what is behind one of them: `grader hint EXERCISE`"
