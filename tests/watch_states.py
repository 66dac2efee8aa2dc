"""States of the watch, made for tests without a folder, a terminal or a clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from support import SOLUTIONS, all_exercises, exercises

from grader import grading
from grader.report import ExerciseReport
from grader.submission import Submission
from grader.watching.deciding import after
from grader.watching.events import Event, Graded, Key, Read
from grader.watching.state import State, at
from grader.workspace import Progress

PATH = exercises().exercises
REFERENCES = {each.slug: (SOLUTIONS / "reference" / each.file).read_text(encoding="utf-8") for each in PATH}
NOTHING = Submission({}, {})


def start(slug: str = "utc_expiry", **changes: object) -> State:
    """Give the state at the beginning, at one of the five exercises of the page."""
    index = [exercise.slug for exercise in PATH].index(slug)
    return replace(at(State(PATH, Progress(), frozenset(), REFERENCES), index), **changes)  # type: ignore[arg-type]


def lived(state: State, events: Iterable[Event | str]) -> State:
    """Give the state after these events, of which texts are keys."""
    for event in events:
        state = after(state, Key(event) if isinstance(event, str) else event)
    return state


def handed_in(file: str, letter: str = "", slug: str = "utc_expiry") -> Submission:
    """Give what is handed in with a program of the solutions and a letter."""
    content = (SOLUTIONS / file).read_bytes()
    return Submission({f"{slug}.py": content}, {slug: letter} if letter else {})


def graded(file: str, letter: str = "", slug: str = "utc_expiry") -> ExerciseReport:
    """Give the verdict on a program of the solutions."""
    (exercise,) = all_exercises().select([slug]).exercises
    return grading.grade_exercise(exercise, handed_in(file, letter, slug), seed=1)


def judged(state: State, file: str, letter: str = "") -> State:
    """Give the state after a program was saved and its verdict came."""
    read = after(state, Read(handed_in(file, letter, state.exercise.slug)))
    return after(read, Graded(read.awaited, graded(file, letter, state.exercise.slug)))
