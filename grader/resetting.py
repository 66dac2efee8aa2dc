"""A starter put back: what the student wrote is kept first, and nothing is changed where that cannot be."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

from grader.container import RefusedError, open_container
from grader.errors import UsageError
from grader.exercise import Exercise, Task
from grader.submission import ANSWERS
from grader.workspace import HIDDEN, Workspace, replace, same_text

KEPT = "kept"


@dataclass(frozen=True)
class Reset:
    """The file that is a starter again, and where the student's own is kept; None if it was not there or the same."""

    file: Path
    kept: Path | None
    changed: bool


def reset(folder: Path, exercise: Exercise) -> Reset:
    """Put the starter back and keep what was there; raises UsageError, and changes nothing, if that cannot be done."""
    if not exercise.task:
        raise UsageError(
            f"{exercise.slug} has a question and no file to put back. Your answer is in {ANSWERS}: change it there."
        )
    here, file = Workspace(folder), folder / exercise.file
    content = _content(here, file)
    if content is not None and same_text(content, exercise.task.starter):
        return Reset(file, None, changed=False)
    kept = _keep(here, file, content) if content else None
    _put_back(file, exercise.task)
    return Reset(file, kept, changed=True)


def _content(here: Workspace, file: Path) -> bytes | None:
    try:
        content = open_container(here.folder).read(file.name)
    except RefusedError as refused:
        raise UsageError(f"{refused} Nothing was changed.") from refused
    if content is None and not here.hidden.is_dir():
        raise UsageError(
            f"There is no {file.name} in this folder, and it was not made by `grader init`. "
            "Go into your own folder first, or name it with --folder."
        )
    return content


def _keep(here: Workspace, file: Path, content: bytes) -> Path:
    """Keep a copy under the next number that is free."""
    folder = here.hidden / KEPT
    numbers = (each.stem.rpartition("-")[2] for each in folder.glob(f"{file.stem}-*{file.suffix}"))
    last = max((int(number) for number in numbers if number.isdecimal()), default=0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in itertools.count(last + 1):
            kept = folder / f"{file.stem}-{number}{file.suffix}"
            try:
                with kept.open("xb") as new:
                    new.write(content)
            except FileExistsError:
                continue
            return kept
    except OSError as error:
        raise UsageError(
            f"No copy of your {file.name} can be kept in {HIDDEN}: {error.strerror}. Nothing was changed."
        ) from error
    raise AssertionError  # there is always a number more


def _put_back(file: Path, task: Task) -> None:
    if not replace(file, task.starter.encode()):
        raise UsageError(f"{file.name} cannot be written, so it is as it was.")
