"""What an autograder installs: what pip takes by name, or a wheel that is sent along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Installed:
    """What pip is told to install, and the exercises; `wheel` is the content where it is one that is sent along."""

    requirement: str
    exercises: Mapping[str, bytes]
    wheel: bytes | None = None
