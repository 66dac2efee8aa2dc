"""What pytest collects of an exercise: its file, its parts, and an item for each check.

As in the plugin, nothing that grading needs is imported before something is graded.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from grader.exercise import Exercise
    from grader.report import CheckResult, ExerciseReport


class ExerciseFile(pytest.File):
    """An exercise file; it is read when it is collected."""

    def collect(self) -> Iterator[pytest.Collector]:
        """Yield the parts that the exercise has; what is wrong with a file is told as on the command line."""
        from grader import catalog
        from grader.errors import ExerciseError

        try:
            exercise = catalog.read(self.path.read_bytes(), self.path)
        except ExerciseError as error:
            raise self.CollectError(str(error)) from error
        for name in ("question", "task"):
            if getattr(exercise, name):
                part: Part = Part.from_parent(self, name=name)
                part.exercise = exercise
                yield part


class Part(pytest.Collector):
    """The question or the task of an exercise."""

    exercise: Exercise

    def collect(self) -> Iterator[pytest.Item]:
        """Yield the part's checks."""
        shown = [c.id for c in self.exercise.checks if c.visibility == "visible" or self.config.option.grader_hidden]
        for name in ["answer"] if self.name == "question" else shown:
            check: Check = Check.from_parent(self, name=name)
            check.exercise, check.part = self.exercise, self.name
            yield check


class Check(pytest.Item):
    """One check of an exercise."""

    exercise: Exercise
    part: str
    report: ExerciseReport
    result: CheckResult

    def receive(self, report: ExerciseReport) -> None:
        """Take the verdict; raises pytest's failure if the fault is ours, which makes it an error while setting up."""
        self.report, self.result = report, self.find_in(report)
        self.user_properties += [("points", self.result.points), ("max_points", self.result.max_points)]
        if self.result.status == "skipped":
            self.add_marker(pytest.mark.skip(reason=" ".join([self.result.message, *self.advice])))
        elif self.result.status == "grader_error":
            pytest.fail(self.result.message, pytrace=False)
        elif self.result.status == "failed" and self.part == "task":
            self.user_properties.append(("labels", ", ".join(diagnosis.label for diagnosis in report.diagnoses)))

    def runtest(self) -> None:
        """Fail unless the check passed, with what explains it."""
        if self.result.status != "passed":
            pytest.fail("\n".join([self.result.message, *self.advice]), pytrace=False)

    @property
    def advice(self) -> list[str]:
        """What explains the check, if it did not pass; the first that failed also tells of those that do not run."""
        from grader.reporters.words import advice

        chosen = [item for item in self.session.items if isinstance(item, Check) and item.path == self.path]
        names = [item.name for item in chosen if item.part == "task"]
        results = [item.find_in(self.report) for item in chosen]
        first = next((each.id for each in results if (each.part, each.status) == ("task", "failed")), "")
        found = (each if each.check in names else replace(each, check=first) for each in self.report.diagnoses)
        return advice(replace(self.report, diagnoses=tuple(found)), self.result)

    def find_in(self, report: ExerciseReport) -> CheckResult:
        """Find this check's result."""
        return next(result for result in report.checks if (result.part, result.id) == (self.part, self.name))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say where the check is written down, and give its failure a title."""
        return self.path, 0, f"{self.exercise.slug}::{self.part}::{self.name}"
