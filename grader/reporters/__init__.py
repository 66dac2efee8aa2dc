"""Reports as text, one file a format: `render(report) -> str`, pure, and safe whatever a student's program said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from grader.report import Report
from grader.reporters import (
    classroom50,
    ctrf,
    exercism,
    github,
    gitlab,
    gradescope,
    html,
    json,
    junit,
    markdown,
    terminal,
)

Reporter: TypeAlias = Callable[[Report], str]

REPORTERS: Mapping[str, Reporter] = {
    "terminal": terminal.render,
    "json": json.render,
    "markdown": markdown.render,
    "html": html.render,
    "junit": junit.render,
    "gitlab": gitlab.render,
    "github": github.render,
    "ctrf": ctrf.render,
    "gradescope": gradescope.render,
    "classroom50": classroom50.render,
    "exercism": exercism.render,
}
