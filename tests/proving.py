"""Exercises changed for the worse, and what their proof then finds."""

from __future__ import annotations

from typing import Any

from support import exercises, known_solutions, reference

from grader import prove
from grader.catalog import Catalog
from grader.exercise import Exercise
from grader.prove import Outcome
from grader.solutions import Solution, Solutions

SEED = 20260101


def exercise(slug: str) -> Exercise:
    """Give an exercise."""
    return exercises().select([slug]).exercises[0]


def alone(changed: Exercise) -> Catalog:
    """Give a catalog of this exercise alone."""
    return Catalog((changed,), "")


def with_task(slug: str, **changes: Any) -> Exercise:
    """Give an exercise whose task is changed."""
    found = exercise(slug)
    assert found.task
    return found.model_copy(update={"task": found.task.model_copy(update=changes)})


def named(name: str) -> Solution:
    """Give the solution of this name."""
    return next(each for each in known_solutions().variants if each.name == name)


def outcomes(catalog: Catalog, *variants: Solution) -> list[Outcome]:
    """Carry out all trials of these exercises with these solutions beside the reference."""
    known = Solutions(reference(), variants, ())
    return list(prove.carry_out(prove.trials(catalog, known, seed=SEED)))


def faults(catalog: Catalog, *variants: Solution) -> list[str]:
    """Give what the trials find wrong."""
    return [fault for outcome in outcomes(catalog, *variants) for fault in outcome.faults]
