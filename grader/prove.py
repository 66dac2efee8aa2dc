"""Exercises proven: right submissions get full marks, wrong ones fail for their stated reason, nothing is left open.

A trial grades one thing whose verdict is known beforehand; a fault is a sentence about a verdict that differs.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Literal, TypeAlias

from grader.catalog import Catalog
from grader.exercise import Exercise, Key, Question
from grader.grading import Run, grade_exercise
from grader.judge.judging import judge
from grader.plan import plan
from grader.report import CheckResult, ExerciseReport
from grader.sandbox import supervisor
from grader.solutions import Solution, Solutions
from grader.submission import Submission

Kind = Literal["key", "starter", "reference", "accepted", "rejected"]


@dataclass(frozen=True)
class Outcome:
    """What one trial showed: its faults, and the checks that failed in it (those skipped left out)."""

    slug: str
    kind: Kind
    faults: tuple[str, ...] = ()
    failed_checks: frozenset[str] = frozenset()


Trial: TypeAlias = Callable[[], Outcome]


def trials(catalog: Catalog, solutions: Solutions, *, seed: int, run: Run = supervisor.run) -> list[Trial]:
    """Give everything that is to be tried for these exercises."""
    by_slug = {exercise.slug: exercise for exercise in catalog.exercises}
    grade = partial(grade_exercise, seed=seed, run=run)
    found: list[Trial] = []
    for exercise in catalog.exercises:
        found.append(partial(_try_reference, exercise, solutions.reference, grade))
        if exercise.question and exercise.question.key:
            found.append(partial(_try_key, exercise.slug, exercise.question, exercise.question.key, seed, run))
        if exercise.task:
            found.append(partial(_try_starter, exercise, exercise.task.starter, grade))
    variants = (variant for variant in solutions.variants if variant.slug in by_slug)
    return found + [partial(_try_variant, by_slug[variant.slug], variant, grade) for variant in variants]


def carry_out(all_trials: Iterable[Trial]) -> Iterator[Outcome]:
    """Carry trials out side by side, and yield what each showed, in their order."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(lambda trial: trial(), all_trials)


def unproven(catalog: Catalog, outcomes: Iterable[Outcome]) -> list[str]:
    """Name each check that no rejected solution fails: it might as well not be there."""
    failed = {
        (outcome.slug, check) for outcome in outcomes if outcome.kind == "rejected" for check in outcome.failed_checks
    }
    return [
        f"exercises/{exercise.slug}.yaml: no rejected solution fails the check '{check.id}'."
        for exercise in catalog.exercises
        for check in exercise.checks
        if (exercise.slug, check.id) not in failed
    ]


Grade: TypeAlias = Callable[[Exercise, Submission], ExerciseReport]


def _try_reference(exercise: Exercise, reference: Submission, grade: Grade) -> Outcome:
    report = grade(exercise, reference)
    return Outcome(exercise.slug, "reference", tuple(_shortcomings(f"reference/{exercise.file}", report.checks)))


def _try_starter(exercise: Exercise, starter: str, grade: Grade) -> Outcome:
    begun = f"{starter.rstrip()}\n# begun\n"  # one that nobody has touched is not graded at all
    report = grade(exercise, Submission({exercise.file: begun.encode()}, {}))
    solved = all(check.status == "passed" for check in report.checks if check.part == "task")
    faults = (f"exercises/{exercise.slug}.yaml: the starter passes as it is.",) if solved else ()
    return Outcome(exercise.slug, "starter", faults)


def _try_variant(exercise: Exercise, variant: Solution, grade: Grade) -> Outcome:
    report = grade(exercise, variant.submission)
    done = [check for check in report.checks if check.part == "task"]
    failed = frozenset(check.id for check in done if check.status == "failed")
    if variant.label is None:
        return Outcome(exercise.slug, "accepted", tuple(_shortcomings(variant.name, done)))
    labels = [diagnosis.label for diagnosis in report.diagnoses]
    faults = []
    if report.status == "grader_error":
        faults.append(f"{variant.name}: {done[0].message}")
    elif not failed:
        faults.append(f"{variant.name}: passes.")
    elif labels != [variant.label]:
        told = next(check.message for check in done if check.status == "failed")
        faults.append(f"{variant.name}: diagnosed as {', '.join(labels) or 'nothing known'}. ({told})")
    return Outcome(exercise.slug, "rejected", tuple(faults), failed)


def _try_key(slug: str, question: Question, key: Key, seed: int, run: Run) -> Outcome:
    """Run each option's code: the declared answer must be the one for which everything holds."""
    right = []
    for letter, option in question.options.items():
        chance = random.Random(f"{seed}:{slug}:{letter}")  # noqa: S311 - as in grading
        steps = plan(key.steps, as_script=True, chance=chance, environment=key.environment)
        evidence = run(f"{slug}_{letter}.py", question.program(letter).encode(), steps)
        results = judge((*key.checks, *option.checks), evidence)
        if all(result.status == "passed" for result in results):
            right.append(letter)
    observed = " and ".join(right) or "none"
    message = f"exercises/{slug}.yaml: the answer is said to be {question.answer}, but when run, {observed} is right."
    return Outcome(slug, "key", () if right == [question.answer] else (message,))


def _shortcomings(name: str, checks: Iterable[CheckResult]) -> Iterator[str]:
    for check in checks:
        if check.status != "passed":
            yield f"{name}: '{check.id}' is {check.status}. ({check.message})"
