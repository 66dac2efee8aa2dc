"""What each event makes of a state: one pure function, with all decisions and no work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grader.exercise import Exercise
from grader.report import ExerciseReport, Report
from grader.resetting import Reset
from grader.submission import Submission
from grader.watching.events import (
    Ended,
    Event,
    Explained,
    Grade,
    GradeAll,
    Graded,
    GradedAll,
    Key,
    Read,
    Told,
    WasReset,
)
from grader.watching.pressing import pressed
from grader.watching.state import State, back, remembering


def after(state: State, event: Event) -> State:
    """Give the state after an event."""
    state = replace(state, wishes=())
    match event:
        case Key(name):
            return pressed(replace(state, note=""), name)
        case Ended(code):
            return replace(state, over=True, code=code)
        case Read(handed_in, trouble):
            read = _read_all(state, handed_in) if state.view == "all" else _read(state, handed_in)
            return replace(read, note=trouble) if trouble else read
        case Graded(number, report):
            return _graded(state, report) if number == state.awaited else state
        case GradedAll(handed_in, report):
            return _graded_all(state, report) if handed_in == state.all_handed_in else state
        case Explained(explanation):
            return replace(state, busy=False, view="explanation", explanation=explanation, top=None)
        case WasReset(exercise, done):
            return _reset(replace(state, busy=False), exercise, done)
        case Told(sentence):
            return replace(state, busy=False, note=sentence)
        case _:
            return state


def _read(state: State, handed_in: Submission) -> State:
    """Wish for a verdict if the student has saved something; look at the exercise then."""
    exercise = state.exercise
    if handed_in == state.handed_in:
        return state
    saved = replace(state, handed_in=handed_in, awaited=state.awaited + 1, busy=True)
    if state.handed_in is not None:
        answered = handed_in.answers != state.handed_in.answers
        saved = replace(back(saved), note="", answered=answered)
    return replace(saved, wishes=(Grade(saved.awaited, exercise, handed_in),))


def _read_all(state: State, handed_in: Submission) -> State:
    """Wish for all verdicts if anything has been saved, whichever exercise it is for, and go on looking at them.

    The current exercise is read again afterwards: it may be what has been saved.
    """
    if handed_in == state.all_handed_in:
        return state
    return replace(state, all_handed_in=handed_in, handed_in=None, busy=True, wishes=(GradeAll(handed_in),))


def _graded(state: State, report: ExerciseReport) -> State:
    attempted = any(check.status not in ("not_attempted", "grader_error") for check in report.checks)
    begun = state.begun | {report.slug} if attempted else state.begun
    judged = replace(state, busy=False, verdict=report, begun=begun, top=None)
    return _remembering_solved(judged, {report.slug: report.points} if report.status == "passed" else {})


def _graded_all(state: State, report: Report) -> State:
    passed = {exercise.slug: exercise.points for exercise in report.exercises if exercise.status == "passed"}
    begin = state.top if state.report else None  # who has scrolled down stays there
    return _remembering_solved(replace(state, busy=False, report=report, top=begin), passed)


def _remembering_solved(state: State, points: Mapping[str, float]) -> State:
    new = {slug: worth for slug, worth in points.items() if state.progress.solved.get(slug) != worth}
    return remembering(state, lambda known: known.with_solved(new)) if new else state


def _reset(state: State, exercise: Exercise, done: Reset) -> State:
    """Tell what became of the files, by their places in the student's folder."""
    if not done.changed:
        return replace(state, note=f"`{exercise.file}` is as it was at the beginning already, so nothing was changed.")
    kept = f" What you had written is kept: `{done.kept.relative_to(done.file.parent).as_posix()}`" if done.kept else ""
    told = replace(state, begun=state.begun - {exercise.slug}, handed_in=None)
    told = replace(told, note=f"`{exercise.file}` is as it was at the beginning.{kept}")
    return remembering(told, lambda known: known.without(exercise.slug))
