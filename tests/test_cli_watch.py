"""`grader watch` where there is no terminal, `grader` alone, and what is said where there is nothing to watch."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import EXERCISES, MINIMAL, SOLUTIONS, run_grader

from grader import catalog
from grader.workspace import Workspace


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Make a student's folder."""
    assert run_grader("init", "mine", cwd=tmp_path).returncode == 0
    return tmp_path / "mine"


def solve(folder: Path, slug: str, letter: str) -> None:
    """Write the right answer and the right program."""
    file = folder / "answers.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"\n{slug}:\n", f"\n{slug}: {letter}\n"), encoding="utf-8")
    (folder / f"{slug}.py").write_bytes((SOLUTIONS / "reference" / f"{slug}.py").read_bytes())


@pytest.mark.parametrize("arguments", [[], ["watch"]], ids=["grader", "grader watch"])
def test_without_a_terminal_the_current_exercise_is_checked_once(mine: Path, arguments: list[str]) -> None:
    """It is what `grader check` says of the first that is not solved, from anywhere in the folder, with its code."""
    inside = mine / "notes"
    inside.mkdir()
    done = run_grader(*arguments, cwd=inside)
    assert (done.returncode, done.stderr) == (1, "")
    assert "purpose  What a JWT is for  0/8" in done.stdout
    assert "import_encode" not in done.stdout
    solve(mine, "purpose", "D")
    done = run_grader(*arguments, cwd=inside)
    assert (done.returncode, done.stderr) == (0, "")
    assert "8 of 8 points" in done.stdout
    assert Workspace(mine).recall().solved == {"purpose": 8.0}
    assert "import_encode" in run_grader(*arguments, cwd=inside).stdout


def test_an_exercise_can_be_named(mine: Path, tmp_path: Path) -> None:
    """It begins there, in the folder that is named, too."""
    done = run_grader("watch", "utc_expiry", "--folder", mine, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "utc_expiry  An expiry that is right everywhere" in done.stdout
    wrong = run_grader("watch", "utc_expire", cwd=mine)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "There is no exercise 'utc_expire'; did you mean 'utc_expiry'?\n"


def test_a_folder_that_is_none_of_ours_is_not_watched(tmp_path: Path) -> None:
    """It is told where was looked, and what to do."""
    done = run_grader("watch", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Neither {tmp_path} nor a folder around it was made by `grader init` for these exercises. "
        "Go into yours first, or make one: `grader init my-jwt-exercises`.\n"
    )


def test_grader_alone_elsewhere_is_the_help(tmp_path: Path) -> None:
    """Who has no folder yet reads how to get one."""
    done = run_grader(cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Begin with `grader init my-jwt-exercises`" in done.stdout
    assert done.stdout == run_grader("--help", cwd=tmp_path).stdout


@pytest.mark.parametrize("given", ["", "q"])
def test_a_folder_for_other_exercises(tmp_path: Path, given: str) -> None:
    """Exercises of one's own are watched like ours when they are named."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises/small.yaml").write_text(MINIMAL, encoding="utf-8")
    own = ("--exercises", tmp_path / "exercises")
    assert run_grader("init", "mine", *own, cwd=tmp_path).returncode == 0
    done = run_grader("watch", *own, cwd=tmp_path / "mine", given=given)
    assert (done.returncode, done.stderr) == (1, "")
    assert "small  A small exercise" in done.stdout


def test_solutions_to_compare_with_lie_beside_the_exercises(tmp_path: Path) -> None:
    """Ours are those of the references; where there are none, there are none to show."""
    known = catalog.load(EXERCISES).exercises
    found = catalog.references(EXERCISES, known)
    assert found == {path.stem: path.read_text(encoding="utf-8") for path in (SOLUTIONS / "reference").glob("*.py")}
    assert found.keys() == {exercise.slug for exercise in known if exercise.task}
    assert catalog.references(tmp_path / "exercises", known) == {}
