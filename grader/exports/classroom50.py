"""An autograder for Classroom 50: a program that is run in the student's checkout and writes result.json."""

from __future__ import annotations

from grader.exports.installing import Installed

PROGRAM = '''\
"""Grades the checkout that it is run in, and writes result.json; exit code 0 unless it could not be graded."""

import sys

sys.path = [entry for entry in sys.path if entry not in ("", sys.path[0])]  # a submission's files hide no library

import subprocess
import tempfile
import venv
from pathlib import Path

REQUIREMENT = {requirement!r}
EXERCISES = {exercises!r}

with tempfile.TemporaryDirectory() as made:
    folder = Path(made)
    venv.create(folder / "venv", with_pip=True)
    python = [str(folder / "venv" / "bin" / "python"), "-I", "-m"]
    subprocess.run([*python, "pip", "install", "--quiet", REQUIREMENT], check=True)
    (folder / "exercises").mkdir()
    for name, text in EXERCISES.items():
        (folder / "exercises" / name).write_text(text, encoding="utf-8")
    grade = ["grader", "check", ".", "--exercises", str(folder / "exercises"), "--report", "classroom50=result.json"]
    code = subprocess.run([*python, *grade]).returncode
sys.exit(0 if code <= 1 else code)  # with 1 something is wrong in the submission, which was graded
'''


def render(installed: Installed) -> str:
    """Give the program."""
    exercises = {name: content.decode() for name, content in sorted(installed.exercises.items())}
    return PROGRAM.format(requirement=installed.requirement, exercises=exercises)
