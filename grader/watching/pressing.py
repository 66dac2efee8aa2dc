"""What each key makes of a state: pure functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from grader import hints
from grader.watching import keys
from grader.watching.events import Explain, PutBack
from grader.watching.state import State, View, at, back, remembering

PAGE = 10
"""So many lines are passed over with one key."""
FAR = 1_000_000
LINES = {"down": 1, "j": 1, "up": -1, "k": -1, "page down": PAGE, "page up": -PAGE, "home": -FAR, "end": FAR}
"""By how many lines a key moves down."""
LEAVING = ("q", keys.END_OF_INPUT)


def pressed(state: State, key: str) -> State:
    """Give the state after a key; one that is none of ours changes nothing."""
    if key in LEAVING:
        return replace(state, over=True)
    if state.view == "reset":
        return _answered(state, key)
    if state.view == "path":
        return IN_PATH[key](state) if key in IN_PATH else state
    if key in ACTIONS:
        return ACTIONS[key](state)
    return replace(state, top=max(0, (state.top or 0) + LINES.get(key, 0)))


def _look(state: State, view: View, *, chosen: int = 0) -> State:
    """Look at something, or, if it is looked at already, back at the exercise."""
    return replace(state, view="exercise" if state.view == view else view, chosen=chosen, top=None)


def _step(state: State, by: int) -> State:
    index = state.index + by
    if 0 <= index < len(state.path):
        return at(state, index)
    if by < 0:
        return replace(state, note="This is the first exercise.")
    left = [exercise.slug for exercise in state.path if not state.progress.has_solved(exercise)]
    still = f" Still to be solved: {', '.join(left)}." if left else " You have solved them all. Well done!"
    return replace(state, note=f"This is the last exercise.{still}")


def _choose(state: State, by: int) -> State:
    return replace(state, chosen=min(max(state.chosen + by, 0), len(state.path) - 1), top=None)


def _help(state: State) -> State:
    exercise = state.exercise
    found = hints.choose(exercise, state.progress, None)
    shown = replace(state, view="help", help=found, top=None)
    if found.kind != "hint":
        return shown
    return remembering(shown, lambda known: known.with_hint(exercise.slug, found.stage))


def _explain(state: State) -> State:
    found = state.verdict.explained if state.verdict else ()
    if state.verdict is None:
        return replace(state, note="The verdict is not there yet.")
    if not found:
        return replace(state, note="Here is no mistake that has a name, so there is none to explain.")
    which = (state.explained + 1) % len(found) if state.view == "explanation" else 0
    return replace(state, busy=True, explained=which, wishes=(Explain(found[which].label),))


def _solution(state: State) -> State:
    if not state.progress.has_solved(state.exercise):
        return replace(state, note="A solution to compare with yours is shown here once you have solved it yourself.")
    if state.exercise.slug not in state.references:
        return replace(state, note="There is no solution to compare with here.")
    return _look(state, "solution")


def _ask_reset(state: State) -> State:
    if state.exercise.task is None:
        return replace(state, note="This exercise has a question and no file to put back.")
    return replace(state, view="reset", top=None)


def _answered(state: State, key: str) -> State:
    """Put the starter back if that is wanted."""
    if key == "y":
        return replace(back(state), busy=True, wishes=(PutBack(state.exercise),))
    return replace(back(state), note="Nothing was changed.")


ACTIONS: Mapping[str, Callable[[State], State]] = {
    "n": lambda state: _step(state, 1),
    "right": lambda state: _step(state, 1),
    "p": lambda state: _step(state, -1),
    "left": lambda state: _step(state, -1),
    "h": _help,
    "e": _explain,
    "l": lambda state: _look(state, "path", chosen=state.index),
    "c": lambda state: replace(state, view="all", all_handed_in=None, top=None),
    "r": lambda state: replace(back(state), handed_in=None),
    "s": _solution,
    "x": _ask_reset,
    keys.ESCAPE: back,
    keys.ENTER: back,
}
IN_PATH: Mapping[str, Callable[[State], State]] = {
    "down": lambda state: _choose(state, 1),
    "j": lambda state: _choose(state, 1),
    "up": lambda state: _choose(state, -1),
    "k": lambda state: _choose(state, -1),
    keys.ENTER: lambda state: at(state, state.chosen),
    keys.ESCAPE: back,
    "l": back,
}
