"""The watch's state: plain data, and the changes of it that several events share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from grader import workspace
from grader.exercise import Exercise
from grader.explaining import Explanation
from grader.hints import Help
from grader.report import ExerciseReport, Report
from grader.submission import Submission
from grader.watching.events import Remember, Wish
from grader.workspace import Progress

View = Literal["exercise", "help", "explanation", "path", "all", "solution", "reset"]


@dataclass(frozen=True)
class State:
    """Where the student stands and what is looked at; `wishes` is what is to be done now, by others.

    `top` is the first line that is shown, None for where the eye should be, `chosen` the place in the list, `awaited`
    the number of the last verdict that was wished for, `busy` tells that something is waited for, and `code` is the
    exit code in the end. `handed_in` is what was read for the current exercise, `all_handed_in` for all of them, and
    `answered` tells that the last change was one of the answer.
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
    all_handed_in: Submission | None = None
    answered: bool = False
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
    def watched(self) -> tuple[Exercise, ...]:
        """The exercises whose files are looked at now."""
        return self.path if self.view == "all" else (self.exercise,)

    @property
    def read(self) -> Submission | None:
        """What was read of them the last time; None if they are to be read now."""
        return self.all_handed_in if self.view == "all" else self.handed_in

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


def at(state: State, index: int) -> State:
    """Go to the exercise of this place, with nothing known of it yet."""
    gone = replace(back(state), index=index, chosen=index, verdict=None, handed_in=None, answered=False)
    return replace(gone, awaited=gone.awaited + 1, busy=False)  # a verdict that is under way is another exercise's


def back(state: State) -> State:
    """Look at the exercise again."""
    return replace(state, view="exercise", top=None)


def remembering(state: State, change: Callable[[Progress], Progress]) -> State:
    """Change what is remembered, here and in the folder."""
    return replace(state, progress=change(state.progress), wishes=(*state.wishes, Remember(change)))
