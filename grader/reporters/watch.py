"""The screen of the watch: where one stands, then what is looked at, then the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from grader.exercise import Exercise
from grader.reporters import current, explanation, lessons, path, terminal
from grader.reporters import page as pages
from grader.reporters.columns import Flowing
from grader.reporters.terminal import coded
from grader.watching.state import State

INDENT = (0, 2)
CHOSEN = ">"
KEYS = {"n": "next", "p": "back", "h": "hint", "e": "explain", "l": "list", "c": "check all"}
LEAVING = {"Esc": "the exercise"}
MORE_KEYS = {"r": "run", "x": "reset", "q": "quit"}
SOLVED_KEYS = {"n": "next", "p": "back", "s": "a solution", "l": "list", "c": "check all"}
PATH_KEYS = {"up, down": "choose", "Enter": "go there", "Esc": "leave the list", "q": "quit"}
RESET_KEYS = {"y": "yes", "any other key": "no"}

WHAT_ELSE = {
    "Esc": "read the exercise once more, now with other eyes",
    "e": "read more about a mistake that has a name",
    "n, p": "do another exercise first",
    "x": "begin anew, also with the hints; what you wrote is kept",
}


@dataclass(frozen=True)
class Page:
    """What stands above, what can be scrolled, and what stands below; `focus` is the part that is to be in sight."""

    head: RenderableType
    body: Sequence[RenderableType]
    foot: RenderableType
    focus: int | None = None


def page(state: State) -> Page:
    """Arrange the screen of a state."""
    return Page(_head(state), tuple(_body(state)), _foot(state), _focus(state))


def _focus(state: State) -> int | None:
    """Tell which part is to be in sight: the place in the list, an answer that has just come, or the first to fix."""
    if state.view == "path":
        return state.chosen
    if state.view != "exercise" or not state.verdict:
        return None
    answer = next((check for check in state.verdict.checks if check.part == "question"), None)
    matters = answer if answer and state.answered else state.verdict.first_failed
    return state.verdict.checks.index(matters) if matters else None


def farewell(state: State) -> RenderableType:
    """Say at the end how far the student is, and how to go on."""
    left = path.next_one(state.path, state.states)
    goes_on = coded("To go on: `grader`" if left else "You have solved them all. Well done!")
    return Group(Text(), path.bar(state.path, state.states), Text(), Padding(goes_on, (0, 2, 1, 2)))


def _head(state: State) -> RenderableType:
    if state.view == "all":
        title = Text("All exercises", "bold")
    else:
        place = Text.assemble((f"{state.index + 1} of {len(state.path)}  ", "dim"), (state.exercise.slug, "bold"))
        title = Text.assemble(place, "  ", state.exercise.title, overflow="fold")
    return Group(path.bar(state.path, state.states), Padding(title, INDENT))


def _body(state: State) -> Iterator[RenderableType]:
    match state.view:
        case "path":
            yield from _path(state)
        case "help" if state.help:
            yield pages.page(*_help(state, state.help.kind))
        case "explanation" if state.explanation:
            yield explanation.body(state.explanation)
        case "all":
            yield terminal.body(state.report) if state.report else Text()
        case "solution":
            yield _solution(state)
        case "reset":
            yield Padding(Group(*_reset(state.exercise)), INDENT)
        case _:
            yield from current.layout(state)


def _path(state: State) -> Iterator[RenderableType]:
    """Yield a line for each exercise."""
    states, width = state.states, max(len(exercise.slug) for exercise in state.path)
    for index, exercise in enumerate(state.path):
        here = index == state.chosen
        name = Text(exercise.slug, "bold reverse" if here else "bold")
        name.append(" " * (width - len(exercise.slug)), "not reverse")
        row = Text(f"{CHOSEN if here else ' '} ", no_wrap=True, overflow="ellipsis")
        row.append(*path.SIGNS[states[exercise.slug]]).append(f"{exercise.position:>3}  ", "dim")
        yield Padding(row.append_text(name).append(f"  {exercise.title}"), INDENT)


def _help(state: State, kind: str) -> Iterator[RenderableType]:
    exercise = state.exercise
    if state.help and kind == "hint":
        stage = state.help.stage
        last = stage == len(exercise.hints)
        goes_on = "That was the last one. Esc leads back." if last else "h shows the next one, Esc leads back."
        return lessons.hint(exercise, stage, goes_on)
    if kind == "all_read":
        return lessons.all_read(exercise, WHAT_ELSE)
    return lessons.solved(exercise)


def _solution(state: State) -> RenderableType:
    said = Text("This is one way to write it. Yours is as good: what counts is what it does.")
    return pages.page(said, Text(), pages.Code(state.references[state.exercise.slug]))


def _reset(exercise: Exercise) -> Iterator[RenderableType]:
    yield Text.assemble(("Begin this exercise anew?", "bold"))
    yield Text()
    yield coded(f"`{exercise.file}` is put back as it was at the beginning, and the hints begin anew.")
    yield Text("What you have written is kept in a copy, and you are told where.")


def _foot(state: State) -> RenderableType:
    news = Text("Running ...", "magenta") if state.busy else coded(state.note, "magenta")
    return Padding(Group(news, _keys(state)), (0, 0, 0, 2))


def _keys(state: State) -> RenderableType:
    match state.view:
        case "path":
            shown = PATH_KEYS
        case "reset":
            shown = RESET_KEYS
        case "exercise":
            shown = (SOLVED_KEYS if state.solved else KEYS) | MORE_KEYS
        case _:
            shown = LEAVING | {key: use for key, use in (SOLVED_KEYS if state.solved else KEYS).items() if key != "p"}
            shown |= {"q": MORE_KEYS["q"]}
    return Flowing(Text.assemble((key, "bold"), (f" {use}", "dim")) for key, use in shown.items())
