"""Submissions with a known verdict, read from solutions/: the folder and the name of a file say what must come out.

    reference/answers.yaml, reference/<slug>.py         full marks
    accepted/<slug>/<variant>.py                        full marks for the task, another right way
    rejected/<slug>/<label>.py, <label>-<variant>.py    diagnosed with that misconception and no other
    equivalent.yaml                                     mutants of right programs that are right, too

An entry under accepted/ or rejected/ may be a folder, where a submission has more than one file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from grader import submission
from grader.catalog import did_you_mean
from grader.errors import UsageError
from grader.exercise import Exercise
from grader.labels import Label
from grader.submission import ANSWERS, Submission

REFERENCE = "reference"
EQUIVALENT = "equivalent.yaml"
IGNORED = {"__pycache__", ".DS_Store"}


@dataclass(frozen=True)
class Solution:
    """One submission for one exercise; `label` is the misconception that it must be diagnosed with, if it is wrong."""

    name: str
    slug: str
    submission: Submission
    label: Label | None


@dataclass(frozen=True)
class Solutions:
    """All solutions of a folder, and the sentences about what does not belong there."""

    reference: Submission
    variants: tuple[Solution, ...]
    strays: tuple[str, ...]


def beside(exercises_folder: Path) -> Path:
    """Give the folder where the solutions of exercises are, if no other is named."""
    return exercises_folder.parent / "solutions"


def read(folder: Path, exercises: Iterable[Exercise]) -> Solutions:
    """Read a folder of solutions; raises UsageError if it is none."""
    if not (folder / REFERENCE).is_dir():
        raise UsageError(f"There are no solutions in {folder}: it has no folder '{REFERENCE}'.")
    slugs = [exercise.slug for exercise in exercises]
    tasks = [exercise.slug for exercise in exercises if exercise.task]
    found = [*_variants(folder, "accepted", tasks), *_variants(folder, "rejected", tasks), *_misplaced(folder, tasks)]
    return Solutions(
        submission.read(folder / REFERENCE, slugs),
        tuple(each for each in found if isinstance(each, Solution)),
        tuple(each for each in found if isinstance(each, str)),
    )


def _variants(folder: Path, kind: Literal["accepted", "rejected"], tasks: list[str]) -> Iterator[Solution | str]:
    """Yield the solutions of a kind, and a sentence for each entry that is none."""
    for path in _entries(folder / kind):
        if path.name in tasks and path.is_dir():
            for entry in _entries(path):
                yield _variant(entry, path.name, kind, entry.relative_to(folder).as_posix())
        else:
            yield f"{kind}/{path.name}: there is no exercise of this name with a task."


def _variant(entry: Path, slug: str, kind: Literal["accepted", "rejected"], name: str) -> Solution | str:
    label = entry.stem.partition("-")[0]
    if kind == "rejected" and label not in get_args(Label):
        return f"{name}: there is no misconception '{label}'{did_you_mean(label, get_args(Label)) or '.'}"
    if entry.is_dir():
        handed_in = submission.read(entry, [slug])
    elif entry.suffix == ".py":
        handed_in = Submission({f"{slug}.py": entry.read_bytes()}, {})
    else:
        return f"{name}: a solution is a .py file or a folder."
    return Solution(name, slug, handed_in, cast("Label", label) if kind == "rejected" else None)


def _misplaced(folder: Path, tasks: list[str]) -> Iterator[str]:
    asked_for = {ANSWERS, *(f"{slug}.py" for slug in tasks)}
    for path in _entries(folder / REFERENCE):
        if path.name not in asked_for:
            yield f"{REFERENCE}/{path.name}: no exercise asks for this file."
    for path in _entries(folder):
        if path.name not in (REFERENCE, "accepted", "rejected", EQUIVALENT):
            yield f"{path.name}: only reference/, accepted/, rejected/ and {EQUIVALENT} belong here."


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.name not in IGNORED) if folder.is_dir() else []
