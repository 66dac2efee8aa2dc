"""A failed task as the signatures of misconceptions see it: its checks, what they were about, the first error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from grader import tokens
from grader.evidence import Error, Evidence, Observation
from grader.judge.checks import holds
from grader.judge.endings import has_result, to_blame
from grader.judge.judging import Round, bindings_of, rounds_of
from grader.judge.subject import Subject, subject
from grader.report import CheckResult
from grader.values import Bindings
from grader.verbs import Check, Ends, Says, Verifies

C = TypeVar("C", bound=Check)


@dataclass(frozen=True)
class Case:
    """A task's checks with their results, and all that was observed. `own_modules`: see Submission.

    `only` names the one check of which the case is, if it is not of all that did not pass.
    """

    checks: tuple[Check, ...]
    results: tuple[CheckResult, ...]
    evidence: Evidence
    own_modules: frozenset[str] = frozenset()
    only: str | None = None

    @property
    def unmet(self) -> tuple[str, ...]:
        """The ids of the checks that failed, and after them of those that were skipped."""
        return tuple(r.id for status in ("failed", "skipped") for r in self.results if r.status == status)

    def of_only(self, name: str) -> Case:
        """Give the case as it would be if all checks but this one had passed."""
        results = (each if each.id == name else replace(each, status="passed") for each in self.results)
        return replace(self, results=tuple(results), only=name)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The observations by round."""
        return rounds_of(self.evidence)

    @cached_property
    def bindings(self) -> tuple[Bindings, ...]:
        """What names and references stand for, by round."""
        return tuple(map(bindings_of, self.rounds))

    @cached_property
    def stopped(self) -> Observation | None:
        """The first step that has no result where one was due, or that was answered by raising an error."""
        fails = (check for check in self.checks if isinstance(check, Says | Ends) and check.is_of_failure)
        may_fail = {of for check in fails for of in check.paths}
        told = (o for o in self._behind if o.end != "not_reached")  # for which another step is to blame
        return next((o for o in told if o.step.id not in may_fail and _went_wrong(o)), None)

    @property
    def _behind(self) -> Iterator[Observation]:
        """What is to blame if a check has nothing to be about, check by check; then what no check is about.

        The steps were done in an order left to chance: what is told of them must not depend on it.
        """
        for check in self.checks if self.only is None else (each for each in self.checks if each.id == self.only):
            referred = sorted(name for name, _ in check.references)
            needed = [*(of.partition(".")[0] for of in check.paths), *referred]
            for each in self.rounds:
                yield from (to_blame(each[step], self.evidence) for step in needed if step in each)
        if self.only is None:
            yield from self.evidence.observations

    @cached_property
    def error(self) -> Error | None:
        """The exception that ended that step."""
        told = self.stopped and self.stopped.end in ("raised", "returned") and self.stopped.reply
        return told.error if told else None

    @cached_property
    def literals(self) -> frozenset[str]:
        """The texts that stand in the student's file."""
        return frozenset(text for observation in self.evidence.observations for text in observation.literals)

    @cached_property
    def algorithm(self) -> str:
        """The algorithm that tokens are to be signed with: where several will do, the first that is named."""
        return next((check.token.algorithms[0] for check in self.checks if isinstance(check, Verifies)), "HS256")

    @cached_property
    def tokens_in_file(self) -> bool:
        """Tell whether a token stands in the student's file."""
        return any(tokens.find(text) for text in self.literals)

    @cached_property
    def failed(self) -> frozenset[str]:
        """The ids of the checks that failed, those that were skipped left out."""
        return frozenset(result.id for result in self.results if result.status == "failed")

    @cached_property
    def skipped(self) -> frozenset[str]:
        """The ids of the checks that wait for another to pass."""
        return frozenset(result.id for result in self.results if result.status == "skipped")

    def open(self, kind: type[C]) -> Iterator[C]:
        """Yield the checks of a kind that did not pass or were skipped."""
        passed = {result.id for result in self.results if result.status == "passed"}
        return (check for check in self.checks if isinstance(check, kind) and check.id not in passed)

    def asks_about(self, step: str) -> bool:
        """Tell whether a check that did not pass or was skipped is about this step."""
        return any(step == of.partition(".")[0] for check in self.open(Check) for of in check.paths)

    def broken(self, kind: type[C]) -> Iterator[tuple[C, Subject]]:
        """Yield those checks with each subject of which they do not hold."""
        return ((check, about) for check in self.open(kind) for about in self.subjects(check) if holds(check, about))

    def subjects(self, check: Check) -> list[Subject]:
        """Give what a check is about, path by path in each round, where its step has a result."""
        paths = [of.partition(".") for of in check.paths]
        return [
            subject(each[step], path, bindings)
            for each, bindings in zip(self.rounds, self.bindings, strict=True)
            for step, _, path in paths
            if has_result(each[step])
        ]


def _went_wrong(observation: Observation) -> bool:
    return not has_result(observation) or bool(observation.reply and observation.reply.error)
