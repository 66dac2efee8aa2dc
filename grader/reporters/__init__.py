"""Reports as text, one file a format: `render(report) -> str`, pure, and safe whatever a student's program said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from grader.report import Report
from grader.reporters import json, junit, terminal

Reporter: TypeAlias = Callable[[Report], str]

REPORTERS: Mapping[str, Reporter] = {"terminal": terminal.render, "json": json.render, "junit": junit.render}
