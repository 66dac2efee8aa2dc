"""What several test files share: the exercises, the solutions, and `python -m grader` as a user starts it."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

import grader
from grader import catalog, solutions, submission
from grader.catalog import Catalog
from grader.report import CheckResult, ExerciseReport, Report
from grader.solutions import Solutions
from grader.submission import Submission

ROOT = Path(__file__).parents[1]
EXERCISES = ROOT / "exercises"
SOLUTIONS = ROOT / "solutions"
SLUGS = ("purpose", "import_encode", "token_output", "default_algorithm", "utc_expiry")

CI_SYSTEMS = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CLASSROOM", "GITLAB_CI", "JENKINS_URL")
STEERED_BY = (
    *("CI", "COLUMNS", "FORCE_COLOR", "GRADER_DEBUG", "LINES", "NO_COLOR", "PYTHONIOENCODING", "TTY_COMPATIBLE"),
    *CI_SYSTEMS,
)
"""Variables that change what the program says: a test starts without those of the machine that it runs on."""

MINIMAL = """\
slug: small
title: A small exercise
position: 1
question:
  ask: Which letter?
  options:
    A: {text: This one, because: It is.}
    B: {text: That one, because: It is not.}
  answer: A
task:
  brief: Write a function.
  starter: pass
  steps:
    - {id: made, call: make, args: [$secret]}
  checks:
    - {id: runs, title: runs, of: run, ends: returned}
    - {id: good, title: makes a token, of: made, is: token, needs: [runs]}
  misconceptions: [returns_none]
hints: [Look again.]
explanation: That is how.
quick_check: In short.
common_mistakes: [None is known.]
"""
"""A valid exercise, short enough to count its lines and columns."""


@functools.cache
def all_exercises() -> Catalog:
    """Give the real exercises."""
    return catalog.load(EXERCISES)


@functools.cache
def exercises() -> Catalog:
    """Give the five exercises of the course's page."""
    return all_exercises().select(SLUGS)


POINTS = sum(exercise.max_points for exercise in exercises().exercises)
"""What full marks for those five are worth."""


@functools.cache
def known_solutions() -> Solutions:
    """Give the real solutions."""
    return solutions.read(SOLUTIONS, all_exercises().exercises)


def reference(**files: str | bytes) -> Submission:
    """Give the reference submission, with other content for the exercises that are named."""
    whole = submission.read(SOLUTIONS / "reference", SLUGS)
    others = {f"{slug}.py": text.encode() if isinstance(text, str) else text for slug, text in files.items()}
    return Submission({**whole.files, **others}, whole.answers)


def hand_in(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Put a copy of the reference submission of those five into a folder, some of its files with other content."""
    folder.mkdir(exist_ok=True)
    whole = reference()
    answers = "".join(f"{slug}: {letter}\n" for slug, letter in whole.answers.items())
    for name, text in {**whole.files, submission.ANSWERS: answers, **files}.items():
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def part(report: Report, slug: str) -> ExerciseReport:
    """Give one exercise's part of a report."""
    return next(exercise for exercise in report.exercises if exercise.slug == slug)


def failed(exercise: ExerciseReport) -> list[CheckResult]:
    """Give the checks that failed, in their order."""
    return [check for check in exercise.checks if check.status == "failed"]


def labels(exercise: ExerciseReport) -> list[str]:
    """Give the misconceptions that an exercise was diagnosed with."""
    return [diagnosis.label for diagnosis in exercise.diagnoses]


def environment(**variables: str) -> dict[str, str]:
    """Give the environment that a test starts a program in: it finds the package, and nothing steers it."""
    inherited = {name: value for name, value in os.environ.items() if name not in STEERED_BY}
    own = filter(None, inherited.get("PYTHONPATH", "").split(os.pathsep))
    path = [Path(grader.__file__).parents[1], *(Path(entry).absolute() for entry in own)]
    return inherited | {"PYTHONPATH": os.pathsep.join(map(str, path))} | variables


def bound_by_permissions() -> tuple[str, ...]:
    """Give what to start a program with so that permissions of files hold for it, even where we are root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("the system has no such permissions")
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("nothing can be kept from root here")
    dropped = "-dac_override,-dac_read_search"
    return ("setpriv", "--bounding-set", dropped, "--inh-caps", dropped)


def run_grader(
    *arguments: str | Path,
    cwd: Path = ROOT,
    given: str = "",
    under: Iterable[str] = (),
    errors: str = "strict",
    **variables: str,
) -> subprocess.CompletedProcess[str]:
    """Run `python -m grader` to its end, with warnings as errors; `given` is its standard input."""
    return subprocess.run(
        [*under, sys.executable, "-W", "error", "-m", "grader", *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        input=given,
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors=errors,
    )
