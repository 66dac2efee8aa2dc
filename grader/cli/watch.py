"""`grader watch`, and `grader` alone in one's own folder: the verdict each time that a file is saved."""

from __future__ import annotations

import queue
import sys
from pathlib import Path

import click

from grader import catalog, workspace
from grader.catalog import Catalog
from grader.cli import completion, screen
from grader.cli.canvas import Canvas
from grader.cli.check import check
from grader.cli.options import exercises_option, folder_option
from grader.errors import UsageError
from grader.reporters import path
from grader.reporters import watch as layouts
from grader.sandbox import process
from grader.submission import ANSWERS
from grader.watching import changes, events, keyboard, loop, terminal
from grader.watching.state import State, at
from grader.watching.workshop import Workshop
from grader.workspace import Workspace

INTERRUPTED = 130


@click.command()
@click.argument("slug", metavar="[EXERCISE]", required=False, shell_complete=completion.slugs)
@folder_option
@exercises_option
@click.pass_context
def watch(context: click.Context, slug: str | None, folder: Path, exercises_folder: Path) -> None:
    """See what is right each time that you save a file.

    This is also what `grader` alone does in a folder that `grader init` made. It begins with the first exercise that
    is not solved yet, or with EXERCISE; keys lead on, and show hints, explanations and your progress.

    Where there is no terminal to draw on, as in CI, that exercise is graded once, with the exit code of `grader check`.
    """
    exercises = catalog.load(exercises_folder)
    here = workspace.nearest(folder, exercises_folder)
    if here is None:
        raise UsageError(_not_found(folder))
    state = _begin(exercises, here, slug, exercises_folder)
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        chosen = (state.exercise.slug,)
        context.invoke(check, folder=here.folder, slugs=chosen, exercises_folder=exercises_folder)
        return
    context.exit(_watch(state, exercises, here))


def _not_found(folder: Path) -> str:
    around = folder.absolute()
    return (
        f"Neither {around} nor a folder around it was made by `grader init` for these exercises. "
        "Go into yours first, or make one: `grader init my-jwt-exercises`."
    )


def _begin(exercises: Catalog, here: Workspace, slug: str | None, exercises_folder: Path) -> State:
    """Begin with the exercise that is named, or else with the first that is not solved."""
    all_of_them = exercises.exercises
    states = here.states(all_of_them)
    begun = frozenset(name for name, how_far in states.items() if how_far == "begun")
    references = catalog.references(exercises_folder, all_of_them)
    first = exercises.select([slug]).exercises[0] if slug else path.next_one(all_of_them, states) or all_of_them[0]
    return at(State(all_of_them, here.recall(), begun, references), all_of_them.index(first))


def _watch(state: State, exercises: Catalog, here: Workspace) -> int:
    """Watch until the student leaves; give the exit code."""
    process.prepare()
    news: loop.Events = queue.SimpleQueue()
    canvas = Canvas()
    names = {ANSWERS, *(exercise.file for exercise in exercises.exercises)}
    try:
        with (
            terminal.taken(whole=canvas.whole, tell=news.put),
            keyboard.listening(lambda name: news.put(events.Key(name))),
            changes.watched(here.folder, names, lambda: news.put(events.Touched())),
        ):
            workshop = Workshop(here, exercises, news.put)
            last = loop.watch(state, news, workshop, lambda state: _draw(canvas, state), canvas.outgrown)
    finally:
        process.stop()
    if last.code in (0, INTERRUPTED):  # otherwise nobody may be there any more
        screen.show(layouts.farewell(last))
    return last.code


def _draw(canvas: Canvas, state: State) -> int:
    return canvas.draw(layouts.page(state), state.top)
