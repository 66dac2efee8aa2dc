"""Which help comes next: one hint further each time, then what else helps; what is behind it once it is solved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from grader.errors import UsageError
from grader.exercise import Exercise
from grader.workspace import Progress

Place = Literal["remembered", "no_workspace", "read_only"]
"""Whether it is remembered that a hint was read, or why not."""


@dataclass(frozen=True)
class Help:
    """What to show: a hint, by its stage, the first being 1; that all are read; or what is behind the exercise."""

    kind: Literal["hint", "all_read", "solved"]
    stage: int = 0


def choose(exercise: Exercise, progress: Progress, wanted: int | None) -> Help:
    """Choose the help that comes next, or the hint that is wanted; raises UsageError for one that there is not."""
    count = len(exercise.hints)
    if wanted is not None:
        if not 1 <= wanted <= count:
            there_are = "There is 1 hint" if count == 1 else f"There are {count} hints"
            choice = "`--stage 1`" if count == 1 else f"a stage from 1 to {count}"
            raise UsageError(f"{there_are} for {exercise.slug}: give {choice}.")
        return Help("hint", wanted)
    if progress.has_solved(exercise):
        return Help("solved")
    read = progress.hints.get(exercise.slug, 0)
    return Help("hint", read + 1) if read < count else Help("all_read")


def for_check(exercise: Exercise, name: str) -> str:
    """Give the hint that belongs to a check."""
    number = next((check.hint for check in exercise.checks if check.id == name), 1)
    return exercise.hints[number - 1]


def goes_on(exercise: Exercise, stage: int, *, place: Place) -> str:
    """Say how to get at the hint after this one, which depends on whether this one is remembered."""
    if stage == len(exercise.hints):
        return f"That was the last one. Try it, and see: `grader check {exercise.slug}`"
    if place == "remembered":
        return f"For the next one: `grader hint {exercise.slug}`"
    reasons = {
        "no_workspace": "Which hints you have read is remembered only in a folder that `grader init` made.",
        "read_only": "Which hints you have read is not remembered, because nothing can be written in your folder.",
    }
    return f"{reasons[place]} For the next one: `grader hint {exercise.slug} --stage {stage + 1}`"


def what_else(exercise: Exercise, *, explains: bool) -> dict[str, str]:
    """Give what helps when all hints are read, by command."""
    others = {
        f"grader list {exercise.slug}": "read the exercise once more, now with other eyes",
        f"grader check {exercise.slug}": "see what is right already, and what to fix first",
        "grader explain LABEL": "read more about a mistake, by the name that the report gives it",
        f"grader hint {exercise.slug} --stage 1": "read a hint again",
    }
    return {command: use for command, use in others.items() if explains or "explain" not in command}
