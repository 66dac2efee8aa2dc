"""What happens to the watch (events), and what it wants done (wishes): plain data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from grader.exercise import Exercise
from grader.explaining import Explanation
from grader.labels import Label
from grader.report import ExerciseReport, Report
from grader.resetting import Reset
from grader.submission import Submission
from grader.workspace import Progress


@dataclass(frozen=True)
class Grade:
    """Wish: a verdict on this exercise."""

    number: int
    exercise: Exercise
    handed_in: Submission


@dataclass(frozen=True)
class GradeAll:
    """Wish: a verdict on every exercise."""

    handed_in: Submission


@dataclass(frozen=True)
class Explain:
    """Wish: a misconception explained, with its example run live."""

    label: Label


@dataclass(frozen=True)
class PutBack:
    """Wish: the starter of an exercise put back."""

    exercise: Exercise


@dataclass(frozen=True)
class Remember:
    """Wish: this change of the progress kept in the folder."""

    change: Callable[[Progress], Progress]


Wish: TypeAlias = Grade | GradeAll | Explain | PutBack | Remember


@dataclass(frozen=True)
class Key:
    """Event: a key was pressed."""

    name: str


@dataclass(frozen=True)
class Touched:
    """Event: something happened to a file that exercises ask for."""


@dataclass(frozen=True)
class Resized:
    """Event: the window has another size, or the program is in the foreground again."""


@dataclass(frozen=True)
class Ended:
    """Event: the system, or Ctrl-C, asks for the end, with this exit code."""

    code: int


@dataclass(frozen=True)
class Read:
    """Event: this is in the folder now, as far as it concerns what is looked at; or why it cannot be read."""

    handed_in: Submission
    trouble: str = ""


@dataclass(frozen=True)
class Graded:
    """Event: the verdict that was wished for under this number."""

    number: int
    report: ExerciseReport


@dataclass(frozen=True)
class GradedAll:
    """Event: the verdict on every exercise, as this was handed in."""

    handed_in: Submission
    report: Report


@dataclass(frozen=True)
class Explained:
    """Event: an explanation that was wished for."""

    explanation: Explanation


@dataclass(frozen=True)
class WasReset:
    """Event: a starter was put back."""

    exercise: Exercise
    done: Reset


@dataclass(frozen=True)
class Told:
    """Event: a sentence for the student, about something that could not be done."""

    sentence: str


@dataclass(frozen=True)
class Failed:
    """Event: a fault of ours, which ends the watch."""

    error: Exception


Event: TypeAlias = Key | Touched | Resized | Ended | Read | Graded | GradedAll | Explained | WasReset | Told | Failed
