"""A student's folder, and what is remembered of it: which hints were shown, and what was solved.

`grader init` puts a hidden folder, `.jwt-grader`, into it; all that is written there is the grader's own. It is a help
and never proof: what cannot be read counts as nothing, and where nothing can be written, nothing is remembered.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grader import files, submission
from grader.catalog import builtin_folder
from grader.container import RefusedError, open_container
from grader.errors import UsageError
from grader.exercise import Exercise
from grader.submission import Submission

HIDDEN = ".jwt-grader"
MEMORY = "progress.json"
NOT_REMEMBERED = (
    "Your progress could not be saved, because nothing can be written in this folder. Nothing of yours is lost."
)
"""To be said once, when `remember` gives False."""
ROUNDED = 1e-6

State = Literal["solved", "begun", "open"]


class Progress(BaseModel):
    """What is remembered: the hints shown, the points of what was solved, and whose exercises these are.

    `exercises` is the folder that they come from, empty for those that come with the grader.
    """

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    hints: dict[str, Annotated[int, Field(ge=1)]] = {}
    solved: dict[str, Annotated[float, Field(ge=0, allow_inf_nan=False)]] = {}
    exercises: str = ""

    def has_solved(self, exercise: Exercise) -> bool:
        """Tell whether it was solved; one that is worth more points by now is not solved any more."""
        return self.solved.get(exercise.slug, -1) >= exercise.public_points - ROUNDED

    def with_hint(self, slug: str, stage: int) -> Progress:
        """Remember that the hints up to this stage were shown; the first is 1."""
        return self.model_copy(update={"hints": {**self.hints, slug: max(stage, self.hints.get(slug, 0))}})

    def with_solved(self, points: Mapping[str, float]) -> Progress:
        """Remember what was solved, by slug."""
        return self.model_copy(update={"solved": {**self.solved, **points}})

    def without(self, slug: str) -> Progress:
        """Forget an exercise, to begin it anew."""
        hints, solved = ({key: of[key] for key in of if key != slug} for of in (self.hints, self.solved))
        return self.model_copy(update={"hints": hints, "solved": solved})


@dataclass(frozen=True)
class Workspace:
    """A folder with a memory; the memory is read and written at each call, for several programs may use it."""

    folder: Path

    @property
    def hidden(self) -> Path:
        """Where the grader keeps what is its own."""
        return self.folder / HIDDEN

    @property
    def is_there(self) -> bool:
        """Tell whether the folder is one that the grader made."""
        return self.hidden.is_dir() and not self.hidden.is_symlink()

    @property
    def is_trusted(self) -> bool:
        """Tell whether what is remembered may say which exercises count: the whole path, written down by this user.

        A folder may be handed in with exercises of its own, or lie in one in which everybody may write.
        """
        by_us = not hasattr(os, "geteuid") or self.hidden.stat().st_uid == os.geteuid()
        return by_us and Path(self.recall().exercises).is_absolute()

    def recall(self) -> Progress:
        """Give what is remembered, nothing where that cannot be read."""
        try:
            return Progress.model_validate_json(self._read() or b"{}")
        except ValidationError:
            return Progress()

    def remember(self, change: Callable[[Progress], Progress]) -> bool:
        """Change what is remembered, all of it or nothing; False where nothing can be written."""
        known = f"{change(self.recall()).model_dump_json(indent=2)}\n".encode()
        return known == self._read() or replace(self.hidden / MEMORY, known)

    def states(self, exercises: Sequence[Exercise]) -> dict[str, State]:
        """Tell how far each exercise is, by slug."""
        known = self.recall()
        handed_in = submission.read(self.folder, [exercise.slug for exercise in exercises])
        return {exercise.slug: state(exercise, known, handed_in) for exercise in exercises}

    def _read(self) -> bytes | None:
        try:
            return open_container(self.hidden).read(MEMORY)
        except (OSError, RefusedError, UsageError):
            return None


def find(folder: Path, exercises_folder: Path) -> Workspace | None:
    """Give the workspace that a folder is, if it is one and was made for these exercises."""
    here = Workspace(folder)
    return here if here.is_there and here.recall().exercises == identity(exercises_folder) else None


def nearest(folder: Path, exercises_folder: Path) -> Workspace | None:
    """Give the workspace that a folder is or lies in."""
    around = folder.absolute()
    return next((found for each in (around, *around.parents) if (found := find(each, exercises_folder))), None)


def made_for(folder: Path) -> Path | None:
    """Give the exercises of somebody's own that a folder, or one around it, was made for; None for those of ours."""
    made = _around(folder)
    named = made.recall().exercises if made and made.is_trusted else ""
    return Path(named) if named else None


def untrusted(folder: Path) -> Path | None:
    """Give the hidden folder that names exercises for a folder, or one around it, and is not to be obeyed."""
    made = _around(folder)
    return made.hidden if made and not made.is_trusted and made.recall().exercises else None


def _around(folder: Path) -> Workspace | None:
    around = folder.absolute()
    return next((here for each in (around, *around.parents) if (here := Workspace(each)).is_there), None)


def identity(exercises_folder: Path) -> str:
    """Tell one folder of exercises from another."""
    ours = exercises_folder.resolve() == builtin_folder().resolve()
    return "" if ours else str(exercises_folder.resolve())


def state(exercise: Exercise, progress: Progress, handed_in: Submission) -> State:
    """Tell how far an exercise is: solved when the grader said so, begun when the student has done anything."""
    if progress.has_solved(exercise):
        return "solved"
    content = handed_in.files.get(exercise.file)
    changed = content is not None and exercise.task is not None and not same_text(content, exercise.task.starter)
    tried = exercise.slug in handed_in.answers or exercise.file in handed_in.problems
    return "begun" if changed or tried or exercise.slug in progress.hints else "open"


def same_text(content: bytes, text: str) -> bool:
    """Tell whether a file says this, however its lines end."""
    return content.decode("utf-8-sig", errors="replace").rstrip().splitlines() == text.rstrip().splitlines()


def replace(file: Path, content: bytes) -> bool:
    """Write a file anew, so that nobody ever finds half of it; False where that is not possible.

    A link is replaced and not followed: the folder may be another's, and what lies outside it is not ours to change.
    """
    try:
        files.replace(file, content, through_link=False)
    except OSError:
        return False
    return True
