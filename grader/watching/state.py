"""The watch's state, and what each event makes of it: one pure function, with all decisions and no work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from grader import hints, workspace
from grader.exercise import Exercise
from grader.explaining import Explanation
from grader.hints import Help
from grader.report import ExerciseReport, Report
from grader.resetting import Reset
from grader.submission import Submission
from grader.watching import keys
from grader.watching.events import (
    Ended,
    Event,
    Explain,
    Explained,
    Grade,
    GradeAll,
    Graded,
    GradedAll,
    Key,
    PutBack,
    Read,
    Remember,
    Told,
    WasReset,
    Wish,
)
from grader.workspace import Progress

View = Literal["exercise", "help", "explanation", "path", "all", "solution", "reset"]
PAGE = 10
"""So many lines are passed over with one key."""
FAR = 1_000_000
LINES = {"down": 1, "j": 1, "up": -1, "k": -1, "page down": PAGE, "page up": -PAGE, "home": -FAR, "end": FAR}
"""By how many lines a key moves down."""
LEAVING = ("q", keys.END_OF_INPUT)


@dataclass(frozen=True)
class State:
    """Where the student stands and what is looked at; `wishes` is what is to be done now, by others.

    `top` is the first line that is shown, None for where the eye should be, `chosen` the place in the list, `awaited`
    the number of the last verdict that was wished for, `busy` tells that something is waited for, and `code` is the
    exit code in the end.
    """

    path: tuple[Exercise, ...]
    progress: Progress
    begun: frozenset[str]
    references: Mapping[str, str] = field(default_factory=dict)
    index: int = 0
    view: View = "exercise"
    top: int | None = None
    chosen: int = 0
    handed_in: Submission | None = None
    awaited: int = 0
    busy: bool = False
    verdict: ExerciseReport | None = None
    report: Report | None = None
    help: Help | None = None
    explained: int = 0
    explanation: Explanation | None = None
    note: str = ""
    over: bool = False
    code: int = 0
    wishes: tuple[Wish, ...] = ()

    @property
    def exercise(self) -> Exercise:
        """The current exercise."""
        return self.path[self.index]

    @property
    def solved(self) -> bool:
        """Tell whether the current exercise is solved as it stands now."""
        return self.verdict is not None and self.verdict.status == "passed"

    @property
    def states(self) -> dict[str, workspace.State]:
        """How far each exercise is."""
        return {exercise.slug: self._state(exercise) for exercise in self.path}

    def _state(self, exercise: Exercise) -> workspace.State:
        if self.progress.has_solved(exercise):
            return "solved"
        return "begun" if exercise.slug in self.begun or exercise.slug in self.progress.hints else "open"


def after(state: State, event: Event) -> State:
    """Give the state after an event."""
    state = replace(state, wishes=())
    match event:
        case Key(name):
            return _pressed(replace(state, note=""), name)
        case Ended(code):
            return replace(state, over=True, code=code)
        case Read(handed_in, trouble):
            read = _read(state, handed_in)
            return replace(read, note=trouble) if trouble else read
        case Graded(number, report):
            return _graded(state, report) if number == state.awaited else state
        case GradedAll(report):
            return _graded_all(replace(state, busy=False), report)
        case Explained(explanation):
            return replace(state, busy=False, view="explanation", explanation=explanation, top=None)
        case WasReset(exercise, done):
            return _reset(replace(state, busy=False), exercise, done)
        case Told(sentence):
            return replace(state, busy=False, note=sentence)
        case _:
            return state


def at(state: State, index: int) -> State:
    """Go to the exercise of this place, with nothing known of it yet."""
    gone = replace(state, index=index, chosen=index, view="exercise", top=None, verdict=None, handed_in=None)
    return replace(gone, awaited=gone.awaited + 1, busy=False)  # a verdict that is under way is another exercise's


def _pressed(state: State, key: str) -> State:
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
    return _remembering(shown, lambda known: known.with_hint(exercise.slug, found.stage))


def _remembering(state: State, change: Callable[[Progress], Progress]) -> State:
    return replace(state, progress=change(state.progress), wishes=(*state.wishes, Remember(change)))


def _explain(state: State) -> State:
    found = state.verdict.diagnoses if state.verdict else ()
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
        return replace(_back(state), busy=True, wishes=(PutBack(state.exercise),))
    return replace(_back(state), note="Nothing was changed.")


def _read(state: State, handed_in: Submission) -> State:
    """Wish for a verdict if the student has saved something; look at the exercise then."""
    exercise = state.exercise
    if handed_in == state.handed_in:
        return state
    saved = replace(state, handed_in=handed_in, awaited=state.awaited + 1, busy=True)
    if state.handed_in is not None:
        saved = replace(_back(saved), note="")
    return replace(saved, wishes=(Grade(saved.awaited, exercise, _without_starter(exercise, handed_in)),))


def _without_starter(exercise: Exercise, handed_in: Submission) -> Submission:
    """Leave out a file that is as it was at the beginning: that is no attempt, and nobody has made a mistake in it."""
    content = handed_in.files.get(exercise.file)
    if content is None or exercise.task is None or not workspace.same_text(content, exercise.task.starter):
        return handed_in
    return replace(handed_in, files={name: text for name, text in handed_in.files.items() if name != exercise.file})


def _graded(state: State, report: ExerciseReport) -> State:
    attempted = any(check.status not in ("not_attempted", "grader_error") for check in report.checks)
    begun = state.begun | {report.slug} if attempted else state.begun
    judged = replace(state, busy=False, verdict=report, begun=begun, top=None)
    return _remembering_solved(judged, {report.slug: report.points} if report.status == "passed" else {})


def _graded_all(state: State, report: Report) -> State:
    passed = {exercise.slug: exercise.points for exercise in report.exercises if exercise.status == "passed"}
    return _remembering_solved(replace(state, view="all", report=report, top=None), passed)


def _remembering_solved(state: State, points: Mapping[str, float]) -> State:
    new = {slug: worth for slug, worth in points.items() if state.progress.solved.get(slug) != worth}
    return _remembering(state, lambda known: known.with_solved(new)) if new else state


def _reset(state: State, exercise: Exercise, done: Reset) -> State:
    if not done.changed:
        return replace(state, note=f"`{exercise.file}` is as it was at the beginning already, so nothing was changed.")
    kept = f" What you had written is kept: {done.kept}" if done.kept else ""
    told = replace(state, begun=state.begun - {exercise.slug}, handed_in=None)
    told = replace(told, note=f"`{exercise.file}` is as it was at the beginning.{kept}")
    return _remembering(told, lambda known: known.without(exercise.slug))


def _back(state: State) -> State:
    return replace(state, view="exercise", top=None)


ACTIONS: Mapping[str, Callable[[State], State]] = {
    "n": lambda state: _step(state, 1),
    "right": lambda state: _step(state, 1),
    "p": lambda state: _step(state, -1),
    "left": lambda state: _step(state, -1),
    "h": _help,
    "e": _explain,
    "l": lambda state: _look(state, "path", chosen=state.index),
    "c": lambda state: replace(state, busy=True, wishes=(GradeAll(),)),
    "r": lambda state: replace(_back(state), handed_in=None),
    "s": _solution,
    "x": _ask_reset,
    keys.ESCAPE: _back,
    keys.ENTER: _back,
}
IN_PATH: Mapping[str, Callable[[State], State]] = {
    "down": lambda state: _choose(state, 1),
    "j": lambda state: _choose(state, 1),
    "up": lambda state: _choose(state, -1),
    "k": lambda state: _choose(state, -1),
    keys.ENTER: lambda state: at(state, state.chosen),
    keys.ESCAPE: _back,
    "l": _back,
}
