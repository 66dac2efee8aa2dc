"""The command line as users start it: what each verb does, its exit codes, and the words of each error."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from support import EXERCISES, MINIMAL, POINTS, SLUGS, SOLUTIONS, all_exercises, hand_in, run_grader

from grader.cli import screen
from grader.cli.app import grader
from grader.exercise import json_schema

ALL = [exercise.slug for exercise in all_exercises().exercises]
LOCAL_TIME = (SOLUTIONS / "rejected" / "utc_expiry" / "local_time.py").read_bytes()


def test_full_marks_are_success(tmp_path: Path) -> None:
    """Exit code 0 is for full marks alone."""
    done = run_grader("check", hand_in(tmp_path / "mine", {}), *SLUGS, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{POINTS:g} of {POINTS:g} points" in done.stdout


def test_a_failure_is_told_by_the_exit_code(tmp_path: Path) -> None:
    """Exit code 1 is for anything less than full marks, and the report says what to fix."""
    done = run_grader("check", hand_in(tmp_path / "mine", {"utc_expiry.py": LOCAL_TIME}), *SLUGS, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"{POINTS - 2:g} of {POINTS:g} points" in done.stdout
    assert "local_time  Where clocks are 5 h 37 min ahead of UTC" in done.stdout


def test_nothing_handed_in_is_no_success(tmp_path: Path) -> None:
    """In an empty folder everything is still to be done, and the exit code says so."""
    done = run_grader("check", *SLUGS, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"0 of {POINTS:g} points" in done.stdout


def test_an_exercise_is_checked_in_the_current_folder(tmp_path: Path) -> None:
    """Students name exercises where their files are; the others are left out."""
    folder = hand_in(tmp_path / "mine", {"utc_expiry.py": LOCAL_TIME})
    done = run_grader("check", "purpose", "token_output", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "14 of 14 points" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "missing"], "missing does not exist: give the folder or the archive that holds your answers."),
        (["check", "purposes"], "There is neither a folder nor an exercise 'purposes'; did you mean 'purpose'?"),
        (["check", "3"], "There is neither a folder nor an exercise '3'; number 3 is 'token_output'."),
        (["list", "3"], "There is no exercise '3'; number 3 is 'token_output'."),
        (["check", ".", "utc_expire"], "There is no exercise 'utc_expire'; did you mean 'utc_expiry'?"),
        (
            ["check", "--report", "terminal=no/x"],
            f"The report cannot be written to {Path('no/x')}: No such file or directory.",
        ),
        (["check", "--exercises", "no"], "There is no exercise in no: it holds no .yaml file."),
        (["list", "zzz"], f"There is no exercise 'zzz'; there are {', '.join(ALL)}."),
        (["prove", "--solutions", "no"], "There are no solutions in no: it has no folder 'reference'."),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_what_cannot_be_done_is_told_in_a_sentence(tmp_path: Path, arguments: list[str], told: str) -> None:
    """Exit code 2 is for a command that makes no sense here: one sentence says why, and nothing is printed."""
    done = run_grader(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{told}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--seed", "x"], "Error: Invalid value for '--seed': 'x' is not a valid integer."),
        (["chekc"], "Error: No such command 'chekc'."),
    ],
    ids=["seed", "verb"],
)
def test_what_is_not_understood_is_told_in_a_sentence(tmp_path: Path, arguments: list[str], told: str) -> None:
    """Exit code 2 is also for what cannot be read as a command: the last line says why."""
    done = run_grader(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith(told)


@pytest.mark.parametrize("verb", ["check", "list", "prove"])
def test_an_invalid_exercise_is_told_with_its_place(tmp_path: Path, verb: str) -> None:
    """Exit code 4 is for exercise files that cannot be used: each fault has a line that editors can follow."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.yaml").write_text(MINIMAL.replace("answer: A", "answer: D").replace("$secret", "$x"))
    done = run_grader(verb, "--exercises", "own", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.splitlines() == [
        f"{Path('own', 'small.yaml')}:9:11: the answer 'D' is none of the options",
        f"{Path('own', 'small.yaml')}:14:37: there is no variable '$x'",
    ]


def test_list_shows_the_exercises_in_their_order(tmp_path: Path) -> None:
    """Every exercise that comes with the grader is listed."""
    done = run_grader("list", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [word for word in done.stdout.split() if word in ALL] == ALL


def test_list_says_what_an_exercise_has_and_is_worth(tmp_path: Path, page: Path) -> None:
    """Every exercise has a line that begins with its position."""
    done = run_grader("list", "--exercises", page, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1  purpose            What a JWT is for            question + task  8 points" in done.stdout


@pytest.mark.parametrize("width", [40, 60, 76])
def test_list_cuts_nothing_on_a_narrow_screen(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Names stay whole, and every word of a title is there."""
    monkeypatch.setattr(screen, "WIDTH", width)
    done = CliRunner().invoke(grader, ["list", "--folder", "/"])
    assert done.exit_code == 0
    assert max(map(len, done.output.splitlines())) <= width
    assert "…" not in done.output
    assert [word for word in done.output.split() if word in ALL] == ALL


def test_schema_is_that_of_exercise_files(tmp_path: Path) -> None:
    """What is printed is what lies beside the exercises, byte for byte."""
    done = run_grader("schema", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json_schema()
    assert done.stdout == (EXERCISES / "exercise.schema.json").read_text(encoding="utf-8")


def test_prove_says_that_the_exercises_are_proven(tmp_path: Path) -> None:
    """Exit code 0 is for exercises of which nothing is left open."""
    done = run_grader("prove", "token_output", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[-2:] == ["✓", "proven"]


def test_prove_names_what_is_not_proven(tmp_path: Path) -> None:
    """Exit code 1 is for anything left open, and each fault is listed."""
    hand_in(tmp_path / "reference", {})
    (tmp_path / "notes.txt").touch()
    done = run_grader("prove", "utc_expiry", "--solutions", tmp_path, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    told = " ".join(done.stdout.split())
    for check in ("verifies", "carries_user", "hides_secret", "expires"):
        assert f"✗ exercises/utc_expiry.yaml: no rejected solution fails the check '{check}'." in told
    assert "✗ notes.txt: only reference/, accepted/, rejected/ and equivalent.yaml belong here." in told
    assert told.endswith(" 5 faults")


def mutated(folder: Path, entries: str = "") -> Path:
    """Put the solutions of one exercise into a folder, with its own list of equivalent mutants."""
    shutil.copytree(SOLUTIONS, folder, ignore=lambda _, names: [name for name in names if name == "accepted"])
    (folder / "equivalent.yaml").write_text(entries, encoding="utf-8")
    return folder


def test_prove_tells_what_became_of_mutants(tmp_path: Path) -> None:
    """A second table counts them, and each that passes is a fault with its file, line and change."""
    folder = mutated(tmp_path / "solutions", "[]")
    done = run_grader("prove", "import_encode", "--solutions", folder, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    _, _, after = done.stdout.partition("rejected\n")
    wrong = len([*(SOLUTIONS / "rejected" / "import_encode").iterdir()])
    assert (
        re.sub(r"\d+\.\d", "0.0", after)
        == f"""\
  import_encode    1        1          1         0{wrong:10}

                 mutants  killed  equivalent  survived  seconds
  import_encode       20      19           0         1      0.0

✗ reference/import_encode.py:6: survived: change_algorithm: token =
encode(payload, SECRET, algorithm='HS256') -> token = encode(payload, SECRET,
algorithm='HS512')

  1 faults

"""
    )


def test_prove_is_told_which_mutants_are_right(tmp_path: Path) -> None:
    """What an entry explains is no fault; an entry that explains nothing is one; without mutants neither is told."""
    entry = """\
- exercises: [import_encode]
  operators: [change_algorithm]
  changes: ["'HS256' -> '%s'"]
  reason: Any will do.
"""
    folder = mutated(tmp_path / "solutions", entry % "HS512" + entry % "HS384")
    done = run_grader("prove", "import_encode", "--solutions", folder, cwd=tmp_path)
    told = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (1, "")
    assert "✗ equivalent.yaml:5: stale: no such mutant survives any more." in told
    assert told.endswith(" 1 faults")
    without = run_grader("prove", "import_encode", "--mutants", "none", "--solutions", folder, cwd=tmp_path)
    assert (without.returncode, "mutants" in without.stdout) == (0, False)


def test_help_mentions_every_verb(tmp_path: Path) -> None:
    """Who asks for help, or gives no verb, sees all of them."""
    done = run_grader("--help", cwd=tmp_path)
    listed = [line.split()[0] for line in done.stdout.partition("Commands:\n")[2].splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert set(listed) >= {"init", "list", "check", "hint", "reset", "prove", "schema"}
    assert listed[:4] == ["init", "watch", "list", "quiz"]  # what a beginner needs first comes first
    assert "New here? Begin with `grader init my-jwt-exercises`" in " ".join(done.stdout.split())
    assert "..." not in done.stdout.partition("Commands:\n")[2]  # every line is a whole sentence
