"""The current exercise on the screen of the watch: what came of it, or what is behind it, and what it asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from grader.report import CheckResult, ExerciseReport
from grader.reporters import lessons, path, statement, terminal
from grader.reporters import page as pages
from grader.reporters.terminal import SIGNS, coded
from grader.watching.state import State


def layout(state: State) -> Iterator[RenderableType]:
    """Yield the verdict, or what is behind the exercise once it is solved, and what is asked."""
    exercise, verdict = state.exercise, state.verdict
    statuses = {check.status for check in verdict.checks} if verdict else set()
    if verdict and state.solved:
        worth = f"✓ Solved: {verdict.points:g} of {verdict.max_points:g} points."
        success = Text.assemble((worth, "bold green"), " ", coded(_leads_on(state)))
        yield pages.page(success, Text(), *lessons.behind(exercise), Text())
    elif verdict and statuses != {"not_attempted"}:
        yield from terminal.checks(replace(verdict, checks=_told(verdict)))
        yield Text()
    for ours in {check.message: None for check in verdict.checks if check.status == "grader_error"} if verdict else ():
        yield Padding(Text.assemble((f"{SIGNS['grader_error'][0]} ", "magenta"), coded(ours)), (0, 2, 1, 2))
    if exercise.task and state.handed_in and exercise.file not in {*state.handed_in.files, *state.handed_in.problems}:
        missing = f"There is no `{exercise.file}` in your folder: the key x puts one there to begin with."
        yield Padding(Text.assemble(("! ", "magenta"), coded(missing)), (0, 2, 1, 2))
    yield pages.page(*_asked(state))


def _told(verdict: ExerciseReport) -> tuple[CheckResult, ...]:
    """Give the checks to be told of: those of a task that nobody has begun would only push it out of sight."""
    of_question = tuple(check for check in verdict.checks if check.part == "question")
    begun = any(check.status != "not_attempted" for check in verdict.checks if check not in of_question)
    return verdict.checks if begun else of_question


def _leads_on(state: State) -> str:
    if path.next_one(state.path, state.states) is None:
        return "You have solved them all. Well done!"
    following = state.path[state.index + 1 : state.index + 2]
    return f"n leads on to `{following[0].slug}`." if following else "l lists what is still open."


def _all_right(verdict: ExerciseReport) -> bool:
    return all(check.status == "passed" for check in verdict.checks if check.part == "task")


def _asked(state: State) -> Iterator[RenderableType]:
    """Yield the question until it is answered right, and the task."""
    exercise, verdict = state.exercise, state.verdict
    answered = verdict is not None and any(c.part == "question" and c.status == "passed" for c in verdict.checks)
    if exercise.question and not answered:
        if verdict and exercise.task and _all_right(verdict):
            yield Text("✓ Your code is right. What is left is the question:", "bold green")
            yield Text()
        yield from statement.question(exercise.slug, exercise.question)
        yield Text()
    if exercise.task:
        yield from statement.task(exercise.file, exercise.task)
        yield Text()
        if not state.solved:
            yield coded(f"Write it into `{exercise.file}` and save: this screen tells what came of it.", "dim")
    elif not state.solved:
        yield coded("Save the file: this screen tells what came of it.", "dim")
