"""Wishes carried out: what changes the folder at once, what runs programs in a thread; they end in events."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from grader import explaining, grading, lexicon, resetting, submission
from grader.catalog import Catalog
from grader.errors import GraderError
from grader.exercise import Exercise
from grader.submission import Submission
from grader.watching import events
from grader.watching.events import Event, Wish
from grader.workspace import NOT_REMEMBERED, Progress, Workspace

LONG = (events.Grade, events.GradeAll, events.Explain)


class Workshop:
    """Works on one folder with the exercises that were loaded once."""

    def __init__(self, here: Workspace, catalog: Catalog, tell: Callable[[Event], None]) -> None:
        self._here, self._catalog, self._tell = here, catalog, tell
        self._remembers = True

    def read(self, exercises: Iterable[Exercise]) -> Submission:
        """Give what is in the folder now for these exercises; raises UsageError if the folder cannot be read."""
        return submission.read(self._here.folder, [exercise.slug for exercise in exercises])

    def carry_out(self, wish: Wish) -> None:
        """Carry out a wish, or begin to: keys are answered while programs run, and nobody waits for them in the end."""
        if isinstance(wish, LONG):
            threading.Thread(target=self._carry_out, args=(wish,), daemon=True).start()
        else:
            self._carry_out(wish)

    def _carry_out(self, wish: Wish) -> None:
        try:
            event = self._done(wish)
        except GraderError as error:
            event = events.Told(str(error))
        except Exception as error:  # noqa: BLE001 - it is raised in the main thread
            event = events.Failed(error)
        if event:
            self._tell(event)

    def _done(self, wish: Wish) -> Event | None:
        match wish:
            case events.Grade(number, exercise, handed_in):
                return events.Graded(number, grading.grade_exercise(exercise, handed_in, seed=grading.new_seed()))
            case events.GradeAll(handed_in):
                return events.GradedAll(handed_in, grading.grade(self._catalog, handed_in, seed=grading.new_seed()))
            case events.Explain(label):
                explained = explaining.explain(label, lexicon.read(label), seed=grading.new_seed())
                return events.Explained(explained)
            case events.PutBack(exercise):
                return events.WasReset(exercise, resetting.reset(self._here.folder, exercise))
            case events.Remember(change):
                return self._remember(change)

    def _remember(self, change: Callable[[Progress], Progress]) -> Event | None:
        if self._here.remember(change) or not self._remembers:
            return None
        self._remembers = False  # it is told once
        return events.Told(NOT_REMEMBERED)
