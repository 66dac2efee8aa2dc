"""What will be handed in, in one archive: the answers and the files that exercises ask for, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from grader import files, manifest, submission
from grader.catalog import Catalog
from grader.container import RefusedError, innermost, open_container
from grader.errors import UsageError
from grader.submission import ANSWERS
from grader.workspace import same_text


@dataclass(frozen=True)
class Pack:
    """The files that are handed in, by name; those that are not there; what stands in the way of others; notes.

    `unchanged` are files that are still as they were at the beginning, `answered` and `asked` count the questions.
    """

    files: Mapping[str, bytes]
    missing: tuple[str, ...]
    unchanged: frozenset[str]
    troubles: tuple[str, ...]
    notes: tuple[str, ...]
    answered: int
    asked: int


def collect(folder: Path, catalog: Catalog) -> Pack:
    """See what a folder has to hand in; raises UsageError if that is nothing, or the folder cannot be read."""
    slugs = [exercise.slug for exercise in catalog.exercises]
    container = open_container(innermost(folder))
    taken = submission.take(container, slugs)
    read = submission.read(folder, slugs)
    if not (taken.files or taken.problems):
        raise UsageError(
            f"There is nothing to hand in in {folder.absolute()}: it holds neither {ANSWERS} nor a file that an "
            "exercise asks for. Go into your folder, or name it: `grader pack my-jwt-exercises`."
        )
    starters = {exercise.file: exercise.task.starter for exercise in catalog.exercises if exercise.task}
    questions = [exercise.slug for exercise in catalog.exercises if exercise.question]
    wanted = [*([ANSWERS] if questions else []), *starters]
    return Pack(
        files=taken.files,
        missing=tuple(name for name in wanted if name not in taken.files and name not in taken.problems),
        unchanged=frozenset(n for n, text in starters.items() if n in taken.files and same_text(taken.files[n], text)),
        troubles=tuple(read.problems.values()),
        notes=read.notes,
        answered=sum(slug in read.answers for slug in questions),
        asked=len(questions),
    )


def archive(pack: Pack, catalog: Catalog) -> bytes:
    """Make the archive: the same bytes for the same files, on every machine and at every time."""
    described = manifest.of(pack.files, catalog.digest).model_dump_json(indent=2) + "\n"
    return files.zipped({**pack.files, manifest.NAME: described.encode()})


def write(target: Path, content: bytes) -> None:
    """Write the archive; raises UsageError rather than replace a file that `grader pack` has not made."""
    if target.exists() and not _is_ours(target):
        raise UsageError(f"{target} is there already and was not made by `grader pack`: choose a name with --output.")
    try:
        files.replace(target, content, through_link=False)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}. Choose a place with --output.") from error


def _is_ours(file: Path) -> bool:
    try:
        return manifest.read(open_container(file).read(manifest.NAME) or b"") is not None
    except (RefusedError, UsageError):
        return False
