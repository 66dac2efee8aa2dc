"""Verdicts that need not be found again, by the content of all that they depend on.

A file for each exercise and state of the grader; one that cannot be read is as good as none, and is written anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Protocol

import platformdirs
from pydantic import TypeAdapter, ValidationError

from grader import __version__, grading
from grader.exercise import Exercise

KEPT = 8
"""So many files are kept of an exercise: one for each Python and library that it is proven with, and some more."""
_VERDICTS = TypeAdapter(dict[str, bool])


class Cache(Protocol):
    """A place for verdicts: whether a program, known by the digest of its source, passes."""

    def load(self, exercise: Exercise) -> dict[str, bool]:
        """Give what is known of an exercise's mutants."""

    def store(self, exercise: Exercise, verdicts: dict[str, bool]) -> None:
        """Keep what is known now."""


class NoCache:
    """Forgets everything."""

    def load(self, exercise: Exercise) -> dict[str, bool]:  # noqa: ARG002 - the signature of a cache
        """See Cache."""
        return {}

    def store(self, exercise: Exercise, verdicts: dict[str, bool]) -> None:
        """See Cache."""


class FolderCache:
    """Keeps verdicts in a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or platformdirs.user_cache_path("jwt-grader", appauthor=False) / "mutants"
        self._grader = _digest_of_grader()

    def load(self, exercise: Exercise) -> dict[str, bool]:
        """See Cache."""
        try:
            return _VERDICTS.validate_json(self._file(exercise).read_bytes(), strict=True)
        except (OSError, ValidationError):
            return {}

    def store(self, exercise: Exercise, verdicts: dict[str, bool]) -> None:
        """See Cache; where nothing can be written, nothing is kept."""
        file = self._file(exercise)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_suffix(".new")
            unfinished.write_text(json.dumps(verdicts, sort_keys=True), encoding="utf-8")
            unfinished.replace(file)
            others = sorted(self.folder.glob(f"{exercise.slug}-*.json"), key=lambda each: each.stat().st_mtime)
            for old in others[:-KEPT]:
                old.unlink(missing_ok=True)

    def _file(self, exercise: Exercise) -> Path:
        depends_on = (self._grader, grading.versions(), exercise.model_dump_json())
        return self.folder / f"{exercise.slug}-{digest(repr(depends_on))[:16]}.json"


def digest(text: str) -> str:
    """Give what stands for a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _digest_of_grader() -> str:
    package = Path(__file__).parents[1]
    sources = {path.relative_to(package).as_posix(): digest(path.read_text("utf-8")) for path in package.rglob("*.py")}
    return digest(repr((__version__, sorted(sources.items()))))
