"""What a packed submission says of itself: which files it holds, and which grader packed it for which exercises.

It is the student's to change, so that nothing but notes depends on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from grader import __version__

NAME = "manifest.json"


class Origin(BaseModel):
    """The grader's version, and the sha256 of the exercises."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    version: str
    exercises: str


class Manifest(BaseModel):
    """The sha256 of each file, by name."""

    model_config = ConfigDict(frozen=True, strict=True, defer_build=True)

    format: Literal["grader-submission/1"] = "grader-submission/1"
    grader: Origin
    files: dict[str, str]

    def is_of(self, name: str, content: bytes | None) -> bool:
        """Tell whether a file is as it was packed: with this content, or not at all."""
        return self.files.get(name) == (None if content is None else _digest(content))


def of(files: Mapping[str, bytes], exercises_digest: str) -> Manifest:
    """Describe files that are packed for these exercises."""
    hashes = {name: _digest(content) for name, content in sorted(files.items())}
    return Manifest(grader=Origin(version=__version__, exercises=exercises_digest), files=hashes)


def read(content: bytes) -> Manifest | None:
    """Read a manifest; None if it is none, such as a file of that name that is the student's own."""
    try:
        return Manifest.model_validate_json(content)
    except ValidationError:
        return None


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
