"""What came out: results of checks, of exercises and of a submission; plain data that reporters turn into text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from grader import __version__
from grader.labels import Label
from grader.submission import ANSWERS
from grader.vocabulary import Visibility

Status = Literal["passed", "failed", "skipped", "not_attempted", "grader_error"]
"""`skipped`: what the check needs did not pass; `grader_error`: our fault, which never costs points."""

Part = Literal["question", "task"]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A token that a check was about, when it was made (seconds since the epoch) and where (seconds east of UTC).

    It holds what was drawn at random: for the eye, never for a report that must be the same every time.
    """

    header: Mapping[str, Any]
    payload: Mapping[str, Any]
    at: float
    offset: int


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check's verdict; `message` is empty when it passed.

    `line` and `column` are where in the student's file it is best looked at, if that is known. Where an error left the
    file there, `excerpt` is the text of that line.

    `observed` tells whether it is about something that was there, and not only about why there is nothing.
    """

    id: str
    title: str
    part: Part
    status: Status
    max_points: float
    message: str = ""
    line: int | None = None
    excerpt: str = ""
    token: Sighting | None = None
    column: int | None = None
    observed: bool = True
    visibility: Visibility = "visible"

    @property
    def points(self) -> float:
        """All of the check's points or none."""
        return self.max_points if self.status == "passed" else 0.0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A misconception that explains what failed: what happened, what to do, and where to read more.

    `check` is the id of the task's check that it explains: one that failed, or that was skipped because another did.
    """

    label: Label
    check: str
    happened: str
    remedy: str
    link: str
    visibility: Visibility = "visible"


@dataclass(frozen=True, slots=True)
class ExerciseReport:
    """All checks of one exercise, and what explains those that failed, the more basic first."""

    slug: str
    title: str
    file: str
    checks: tuple[CheckResult, ...]
    diagnoses: tuple[Diagnosis, ...] = ()
    hint: str = ""
    explanation: str = ""

    @property
    def status(self) -> Status:
        """Passed with full marks; otherwise the gravest of what stands in the way."""
        found = {check.status for check in self.checks}
        gravest: tuple[Status, ...] = ("grader_error", "failed", "not_attempted", "passed")
        return next(status for status in gravest if status in found)

    def file_of(self, check: CheckResult) -> str:
        """The student's file that a check is about."""
        return ANSWERS if check.part == "question" else self.file

    def public(self) -> ExerciseReport:
        """Leave out all that is not for students yet."""
        checks = tuple(check for check in self.checks if check.visibility == "visible")
        diagnoses = tuple(diagnosis for diagnosis in self.diagnoses if diagnosis.visibility == "visible")
        first = self.first_failed
        hint = self.hint if first is None or first.visibility == "visible" else ""
        return replace(self, checks=checks, diagnoses=diagnoses, hint=hint)

    @property
    def first_failed(self) -> CheckResult | None:
        """The first thing to fix."""
        return next(
            (check for check in self.checks if check.status == "failed" and check.part == "task"), None
        ) or next((check for check in self.checks if check.status == "failed"), None)

    @property
    def explained(self) -> tuple[Diagnosis, ...]:
        """What explains its checks, in their order: as it is read."""
        return tuple(found for check in self.checks for found in self.explaining(check))

    def explaining(self, check: CheckResult) -> tuple[Diagnosis, ...]:
        """Give what explains a check that did not pass."""
        return tuple(found for found in self.diagnoses if (check.part, check.id) == ("task", found.check))

    @property
    def points(self) -> float:
        """Points earned."""
        return sum(check.points for check in self.checks)

    @property
    def max_points(self) -> float:
        """Points that can be earned."""
        return sum(check.max_points for check in self.checks)


@dataclass(frozen=True, slots=True)
class Report:
    """A submission graded. `exercises_digest` is the sha256 of the exercise files, `seed` chance's beginning.

    `grader` is the version that graded it;
    `folder` is where the submission lies, as a path with slashes that ends in one, or empty if that is where we are;
    `ci` holds what a CI system says of this run, by the names of its variables;
    `withheld` tells that there are checks that are not in it, because they are not for students yet.
    """

    exercises: tuple[ExerciseReport, ...]
    versions: Mapping[str, str]
    exercises_digest: str
    isolation: str
    seed: int
    notes: tuple[str, ...] = field(default=())
    grader: str = __version__
    folder: str = ""
    ci: Mapping[str, str] = field(default_factory=dict)
    withheld: bool = False

    def public(self) -> Report:
        """Leave out all that is not for students yet, and remember if there was any."""
        exercises = tuple(exercise.public() for exercise in self.exercises)
        return replace(self, exercises=exercises, withheld=exercises != self.exercises)

    @property
    def points(self) -> float:
        """Points earned."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def max_points(self) -> float:
        """Points that can be earned."""
        return sum(exercise.max_points for exercise in self.exercises)
