"""A failed task as the signatures of misconceptions see it: its checks, what they were about, the first error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from grader.evidence import Error, Evidence, Observation
from grader.judge import tokens
from grader.judge.checks import holds
from grader.judge.judging import Round, has_result, rounds_of
from grader.judge.subject import Subject, subject
from grader.report import CheckResult
from grader.vocabulary import Check

C = TypeVar("C", bound=Check)


@dataclass(frozen=True)
class Case:
    """A task's checks with their results, and all that was observed. `own_modules`: see Submission."""

    checks: tuple[Check, ...]
    results: tuple[CheckResult, ...]
    evidence: Evidence
    own_modules: frozenset[str] = frozenset()

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The observations by round."""
        return rounds_of(self.evidence)

    @cached_property
    def stopped(self) -> Observation | None:
        """The first step that has no result."""
        return next((o for o in self.evidence.observations if not has_result(o)), None)

    @cached_property
    def error(self) -> Error | None:
        """The exception that ended the first step without a result."""
        reply = self.stopped.reply if self.stopped and self.stopped.end == "raised" else None
        return reply.error if reply else None

    @cached_property
    def literals(self) -> frozenset[str]:
        """The texts that stand in the student's file."""
        replies = [observation.reply for observation in self.evidence.observations]
        return frozenset(text for reply in replies if reply for text in reply.literals)

    @cached_property
    def tokens_in_file(self) -> bool:
        """Tell whether a token stands in the student's file."""
        return any(tokens.find(text) for text in self.literals)

    def open(self, kind: type[C]) -> Iterator[C]:
        """Yield the checks of a kind that did not pass or were skipped."""
        passed = {result.id for result in self.results if result.status == "passed"}
        return (check for check in self.checks if isinstance(check, kind) and check.id not in passed)

    def broken(self, kind: type[C]) -> Iterator[tuple[C, Subject]]:
        """Yield those checks with each subject of which they do not hold."""
        return ((check, about) for check in self.open(kind) for about in self.subjects(check) if holds(check, about))

    def subjects(self, check: Check) -> list[Subject]:
        """Give what a check is about in each round in which its step has a result."""
        step, _, path = check.of.partition(".")
        return [subject(each[step], path) for each in self.rounds if has_result(each[step])]
