"""The loop of the watch: wait for an event, see what it makes of the state, have the wishes carried out, draw."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from grader.errors import UsageError
from grader.submission import Submission
from grader.watching.deciding import after
from grader.watching.events import Event, Failed, Read, Touched
from grader.watching.state import State
from grader.watching.workshop import Workshop

SETTLED = 0.01
"""Seconds without news after which a file counts as saved: editors write it in several steps."""
SOON = 0.1
"""Seconds: what comes within them need not be announced."""
LOOK_AGAIN = 1.0
"""Seconds: so often the files are looked at without news, because network drives send none."""

Events: TypeAlias = "queue.SimpleQueue[Event]"
Draw: TypeAlias = Callable[[State], int]
"""Draws a state, and gives the first line of what can be scrolled that is seen then."""


def watch(state: State, events: Events, workshop: Workshop, draw: Draw, outgrown: Callable[[], bool]) -> State:
    """Go on until the student leaves, and give the last state.

    `outgrown` tells whether the window has another size than what was drawn: the news of that may come before the size
    itself, and on Windows there is none.
    """
    touched = False
    drawn: State | None = None
    while not state.over:
        announced = not state.busy or drawn is None or drawn.busy
        if (state != drawn or outgrown()) and announced:
            drawn = state = replace(state, top=draw(state))
        patience = SETTLED if touched else LOOK_AGAIN if announced else SOON
        event = None if state.read is None else _next(events, patience)
        match event:
            case Touched():
                touched = True
                continue
            case Failed(error):
                raise error
            case None if touched or announced or state.read is None:
                touched, event = False, _read(state, workshop)
            case _:
                drawn = None  # so that each key is answered, and what takes long is announced
        if event:
            state = after(state, event)
            for wish in state.wishes:
                workshop.carry_out(wish)
            state = replace(state, wishes=())
    return state


def _next(events: Events, seconds: float) -> Event | None:
    try:
        return events.get(timeout=seconds)
    except queue.Empty:
        return None


def _read(state: State, workshop: Workshop) -> Event:
    """Read what is there; a file that has just gone or been emptied is read once more: so do many editors save."""
    before = state.read.files if state.read else {}
    try:
        handed_in = workshop.read(state.watched)
        if any(content and not handed_in.files.get(name) for name, content in before.items()):
            time.sleep(SOON)
            handed_in = workshop.read(state.watched)
        return Read(handed_in)
    except UsageError as error:  # for instance, the folder was moved
        return Read(Submission({}, {}), str(error))
