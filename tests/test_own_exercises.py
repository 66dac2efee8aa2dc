"""Which exercises are meant is decided in one place: those named, those that the folder was made for, or ours."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import click
import pytest
from support import MINIMAL, run_grader

from grader.cli.app import grader

STUDENTS_VERBS = ("init", "list", "quiz", "check", "hint", "reset", "pack")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Make a student's folder for somebody's own exercise."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(MINIMAL, encoding="utf-8")
    assert run_grader("init", "mine", "--exercises", "own", cwd=tmp_path).returncode == 0
    return tmp_path / "mine"


@pytest.mark.parametrize(
    "arguments", [("list",), ("hint", "small"), ("check", "--report", "json"), ("pack",), ("init",)], ids=" ".join
)
def test_a_folder_knows_its_exercises(mine: Path, arguments: tuple[str, ...]) -> None:
    """Where a folder was made for somebody's own exercises, these are meant, and it is said."""
    done = run_grader(*arguments, cwd=mine)
    told = f"With the exercises in {(mine.parent / 'own').resolve()}, which this folder was made for.\n"
    assert (done.returncode, done.stderr) == (1 if arguments[0] == "check" else 0, told)
    assert "small" in done.stdout or "this folder" in done.stdout
    assert "utc_expiry" not in done.stdout


def test_a_name_goes_before_the_folder(mine: Path) -> None:
    """What is named counts, on the command line before the environment."""
    (mine / "other").mkdir()
    (mine / "other" / "third.yaml").write_text(MINIMAL.replace("small", "third"), encoding="utf-8")
    done = run_grader("list", cwd=mine, GRADER_EXERCISES="other")
    assert ("third" in done.stdout, "small" in done.stdout, done.stderr) == (True, False, "")
    done = run_grader("list", "--exercises", "../own", cwd=mine, GRADER_EXERCISES="other")
    assert ("third" in done.stdout, "small" in done.stdout, done.stderr) == (False, True, "")


def test_in_ci_a_folder_decides_nothing(mine: Path) -> None:
    """There, what a student's folder says is no reason to grade by other exercises."""
    done = run_grader("list", cwd=mine, CI="true")
    assert (done.returncode, done.stderr) == (0, "")
    assert "utc_expiry" in done.stdout


def test_the_folder_that_is_graded_decides_nothing(mine: Path) -> None:
    """Who grades a folder from elsewhere grades it by the exercises of that place."""
    done = run_grader("check", "mine", "--report", "json", cwd=mine.parent)
    assert (done.returncode, done.stderr) == (1, "")
    assert '"slug": "utc_expiry"' in done.stdout


@pytest.mark.parametrize("handed_in", ["a path of its own", "another user's folder"])
def test_exercises_that_were_handed_in_are_not_used(mine: Path, handed_in: str) -> None:
    """A student's folder that was brought here, or a stranger's around it, does not choose what it is graded by."""
    hidden = mine / ".jwt-grader"
    if handed_in == "a path of its own":
        (mine.parent / "own").rename(mine / "own")
        (hidden / "progress.json").write_text('{"exercises": "own"}', encoding="utf-8")
    elif not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    else:
        os.chown(hidden, 65_534, 65_534)
    done = run_grader("check", "--report", "json", cwd=mine)
    told = (
        f"{hidden} is not obeyed: `grader init` by yourself did not make it. "
        "To have other exercises than the usual ones, name them with --exercises.\n"
    )
    assert (done.returncode, done.stderr) == (1, told)
    assert '"slug": "utc_expiry"' in done.stdout


def test_exercises_that_are_gone_are_told(mine: Path) -> None:
    """Nobody is graded by other exercises than before without knowing."""
    shutil.rmtree(mine.parent / "own")
    done = run_grader("check", cwd=mine)
    where = (mine.parent / "own").resolve()
    told = f"This folder was made for the exercises in {where}, which are not there: name them with --exercises.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_every_verb_about_exercises_takes_them() -> None:
    """No verb knows only the exercises that come with the grader."""
    context = click.Context(grader)
    export = grader.get_command(context, "export")
    assert isinstance(export, click.Group)
    others = [grader.get_command(context, name) for name in (*STUDENTS_VERBS, "new", "lint", "prove")]
    for verb in (*others, *export.commands.values()):
        assert verb
        assert "--exercises" in {name for parameter in verb.params for name in parameter.opts}, verb.name
