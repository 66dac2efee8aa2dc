"""What browsers, systems and learning platforms make of a file's name, undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_OWNER = re.compile(r"^(?:[^_]+(?:_LATE)?_\d+_\d+_|.+_\d+_assignsubmission_file_)")  # of Canvas and of Moodle
_COPY = re.compile(r"(?: ?\(\d+\)|-\d+| - copy| copy)$")
_HIDDEN_SUFFIX = re.compile(r"\.(py|ya?ml)\.txt$")


def original(name: str) -> str:
    """Give the name that a file had: `utc_expiry.py` for `utc_expiry (1).py` and for `doejane_12_345_utc_expiry.py`."""
    plain = _HIDDEN_SUFFIX.sub(r".\1", _OWNER.sub("", name).lower())
    stem, dot, suffix = plain.rpartition(".")
    return _COPY.sub("", stem) + dot + ("yaml" if suffix == "yml" else suffix)


def candidates(names: Iterable[str]) -> Mapping[str, list[str]]:
    """Give the names that may have been another one, by that."""
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        if (before := original(name)) != name:
            found.setdefault(before, []).append(name)
    return found
