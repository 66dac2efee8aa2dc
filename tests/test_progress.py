"""Progress: what `grader check` remembers, where and when, and how `grader list` shows it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.console import Console
from support import EXERCISES, MINIMAL, SLUGS, SOLUTIONS, all_exercises, bound_by_permissions, exercises, run_grader

from grader.reporters import path
from grader.workspace import NOT_REMEMBERED, State, Workspace

ALL = [exercise.slug for exercise in all_exercises().exercises]
RIGHT = (SOLUTIONS / "reference" / "purpose.py").read_bytes()
WRONG = b"def login(username, password, secret):\n    return None\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Make a student's folder, in which one exercise is right and another begun."""
    folder = tmp_path / "mine"
    assert run_grader("init", folder, cwd=tmp_path).returncode == 0
    (folder / "purpose.py").write_bytes(RIGHT)
    answer(folder, "purpose", "D")
    answer(folder, "utc_expiry", "B")
    return folder


def answer(folder: Path, slug: str, letter: str) -> None:
    """Answer a question as a student would."""
    file = folder / "answers.yaml"
    text = file.read_text(encoding="utf-8")
    assert f"\n{slug}:\n" in text
    file.write_text(text.replace(f"\n{slug}:\n", f"\n{slug}: {letter}\n"), encoding="utf-8")


def solved(folder: Path) -> dict[str, float]:
    """Give what is remembered as solved."""
    return Workspace(folder).recall().solved


def rows(listed: str) -> dict[str, tuple[str, str]]:
    """Give the sign and the state of each exercise that is listed, in their order."""
    lines = re.findall(r"^  (\S) +\d+ +(\w+) .* (\w+)$", listed, re.MULTILINE)  # a long title may go on below
    return {slug: (sign, state) for sign, slug, state in lines}


def shown(states: Callable[[str], State], width: int = 80) -> str:
    """Show the path with these states."""
    chosen = exercises().exercises
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(path.layout(chosen, {exercise.slug: states(exercise.slug) for exercise in chosen}))
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))  # type: ignore[attr-defined]


def test_check_remembers_what_was_solved(mine: Path) -> None:
    """Full marks for an exercise are remembered with their points, anything less is not."""
    done = run_grader("check", *SLUGS, cwd=mine)
    assert (done.returncode, done.stderr) == (1, "")
    assert solved(mine) == {"purpose": 8.0}


def test_after_full_marks_there_is_a_way_on(mine: Path) -> None:
    """What is behind the exercise and what comes next are named, on the screen only."""
    told = run_grader("check", "purpose", cwd=mine).stdout
    assert told.rpartition("isolation: ")[2].partition("\n")[2] == (
        """
  To read what is behind it: `grader hint purpose`
  To go on: `grader list import_encode`

"""
    )
    assert "To go on" not in run_grader("check", *SLUGS, cwd=mine).stdout  # something is left to fix
    printed = run_grader("check", "purpose", "--report", "terminal=report.txt", cwd=mine).stdout
    assert printed == ""


def test_after_the_last_exercise_there_is_praise(mine: Path) -> None:
    """Who has solved everything is told so."""
    points = {exercise.slug: exercise.max_points for exercise in all_exercises().exercises}
    assert Workspace(mine).remember(lambda known: known.with_solved(points))
    assert run_grader("check", "purpose", cwd=mine).stdout.endswith(
        """
  You have solved them all. Well done!
  To read what is behind one of them: `grader hint EXERCISE`

"""
    )


def test_what_was_solved_once_stays_solved(mine: Path) -> None:
    """Who goes on trying loses nothing."""
    run_grader("check", "purpose", cwd=mine)
    (mine / "purpose.py").write_bytes(WRONG)
    assert run_grader("check", "purpose", cwd=mine).returncode == 1
    assert solved(mine) == {"purpose": 8.0}


@pytest.mark.parametrize(
    "arguments", [[], ["--report", "json"], ["--exercises", EXERCISES]], ids=["terminal", "json", "exercises"]
)
def test_how_the_report_is_shown_makes_no_difference(mine: Path, arguments: list[str]) -> None:
    """It is remembered also for other reports, and for the exercises that the folder was made for."""
    assert run_grader("check", mine, "purpose", *arguments, cwd=mine.parent).returncode == 0
    assert solved(mine) == {"purpose": 8.0}


def test_nothing_is_remembered_in_ci(mine: Path) -> None:
    """What a CI system grades is nobody's progress."""
    assert run_grader("check", "purpose", "--require-isolation", "process", cwd=mine, CI="true").returncode == 0
    assert solved(mine) == {}


def test_nothing_is_remembered_for_other_exercises(mine: Path) -> None:
    """An exercise of the same name from elsewhere is another one."""
    other = mine.parent / "other"
    other.mkdir()
    text = MINIMAL.replace("slug: small", "slug: purpose")
    (other / "purpose.yaml").write_text(text, encoding="utf-8")
    (mine / "answers.yaml").write_text("purpose: A\n", encoding="utf-8")
    (mine / "purpose.py").write_text("import jwt\n\ndef make(secret):\n    return jwt.encode({}, secret)\n")
    assert run_grader("check", "--exercises", other, cwd=mine).returncode == 0
    assert solved(mine) == {}


def test_a_folder_that_is_no_workspace_is_left_as_it_is(tmp_path: Path) -> None:
    """Grading what somebody handed in leaves no trace there."""
    (tmp_path / "purpose.py").write_bytes(RIGHT)
    (tmp_path / "answers.yaml").write_text("purpose: D\n", encoding="utf-8")
    assert run_grader("check", "purpose", cwd=tmp_path).returncode == 0
    assert {file.name for file in tmp_path.iterdir()} == {"purpose.py", "answers.yaml"}


def test_a_folder_that_is_read_only_is_graded_all_the_same(mine: Path) -> None:
    """That nothing is remembered is said once, beside the report, and the verdict is the same."""
    (mine / ".jwt-grader").chmod(0o555)
    done = run_grader("check", "purpose", cwd=mine, under=bound_by_permissions())
    assert (done.returncode, done.stderr) == (0, f"{NOT_REMEMBERED}\n")
    assert "8 of 8 points" in done.stdout


def test_list_shows_how_far_each_is(mine: Path) -> None:
    """In one's own folder each exercise is solved, begun or open, and the next one is named."""
    run_grader("check", *SLUGS, cwd=mine)
    for arguments, cwd in (([], mine), (["--folder", "mine"], mine.parent), ([], mine / ".github")):
        done = run_grader("list", *arguments, cwd=cwd)
        assert (done.returncode, done.stderr) == (0, "")
        assert rows(done.stdout) == {
            **dict.fromkeys(ALL, ("·", "open")),
            "purpose": ("✓", "solved"),
            "utc_expiry": ("~", "begun"),
        }
        assert f"░  1 of {len(ALL)} solved\n" in done.stdout
        assert done.stdout.endswith("\n  To go on: `grader list import_encode`\n\n")


def test_list_shows_progress_on_a_console_of_another_encoding(mine: Path) -> None:
    """Where the signs cannot be shown, plain ones stand for them."""
    run_grader("check", *SLUGS, cwd=mine)
    listed = run_grader("list", cwd=mine, PYTHONIOENCODING="cp1252").stdout
    assert rows(listed) == {
        **dict.fromkeys(ALL, ("-", "open")),
        "purpose": ("+", "solved"),
        "utc_expiry": ("~", "begun"),
    }


def test_list_asks_what_an_exercise_asks_as_everywhere(mine: Path) -> None:
    """To read an exercise is the same in one's own folder."""
    assert run_grader("list", "purpose", cwd=mine).stdout == run_grader("list", "purpose", cwd=mine.parent).stdout


def test_list_in_a_folder_that_there_is_not(tmp_path: Path) -> None:
    """A name that is wrong is told."""
    done = run_grader("list", "--folder", "no", cwd=tmp_path)
    told = "There is no folder no: give the one that you work in.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_who_has_solved_all_is_told_so() -> None:
    """At the end of the path there is praise, and what to read."""
    told = shown(lambda _: "solved")
    count = len(SLUGS)
    assert f"  {'█' * 24}  {count} of {count} solved\n" in told
    assert told.endswith(
        """
  You have solved them all. Well done!
  To read what is behind one of them: `grader hint EXERCISE`

"""
    )


def test_a_narrow_screen_shows_names_whole() -> None:
    """At 40 columns titles stand below the names, and no line is longer."""
    told = shown(lambda slug: "begun" if slug == "default_algorithm" else "open", width=40)
    assert max(map(len, told.splitlines())) <= 40
    lines = [line.split() for line in told.splitlines()]
    assert lines[lines.index(["~", "default_algorithm", "begun"]) + 1 :][:2] == [
        ["The", "algorithm", "that", "encode"],
        ["takes", "by", "default"],
    ]
    assert f"\n  0 of {len(SLUGS)} solved\n" in told
