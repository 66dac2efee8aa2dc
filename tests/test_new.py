"""`grader new`: an exercise that is proven as it stands, and nothing of the author's is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import MINIMAL, bound_by_permissions, run_grader

from grader import catalog

MADE = """
  ✓ Made:

      exercises/{0}.yaml
      solutions/reference/{0}.py
      solutions/accepted/{0}/from_import.py
      solutions/rejected/{0}/hard_coded_secret.py
      solutions/rejected/{0}/wrong_claim_name.py
      solutions/reference/answers.yaml

  Change them, and see what does not fit any more: `grader lint`, `grader
  prove`

"""


def contents(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder and of those in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_new_exercises_are_proven_as_they_stand(tmp_path: Path) -> None:
    """One after the other gets its own position; nothing is odd about them, and every mistake is noticed."""
    for slug in ("first", "second_one"):
        done = run_grader("new", slug, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, MADE.format(slug), "")
    positions = {each.slug: each.position for each in catalog.load(tmp_path / "exercises").exercises}
    assert positions == {"first": 1, "second_one": 2}
    assert (tmp_path / "solutions/reference/answers.yaml").read_text("utf-8") == "first: A\nsecond_one: A\n"
    assert (tmp_path / "exercises/exercise.schema.json").read_text("utf-8") == run_grader("schema").stdout
    done = run_grader("lint", "--strict", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "✓ no faults in 2 exercises\n", "")
    done = run_grader("prove", "--no-cache", cwd=tmp_path)
    assert (done.returncode, done.stdout.split()[-2:], done.stderr) == (0, ["✓", "proven"], "")


def test_nothing_of_the_authors_is_touched(tmp_path: Path) -> None:
    """What is there stays as it is, but for the line that is added to the answers."""
    own = {
        "exercises/small.yaml": MINIMAL,
        "exercises/exercise.schema.json": "{}",
        "solutions/reference/answers.yaml": "# mine\nsmall: A",
        "solutions/reference/small.py": "# mine\n",
    }
    for name, text in own.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run_grader("new", "first", cwd=tmp_path).returncode == 0
    added = {"solutions/reference/answers.yaml": b"# mine\nsmall: A\nfirst: A\n"}
    assert contents(tmp_path).items() >= ({name: text.encode() for name, text in own.items()} | added).items()
    before = contents(tmp_path)
    done = run_grader("new", "first", cwd=tmp_path)
    told = f"{Path('exercises/first.yaml')} is there already: choose another name.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    (tmp_path / "exercises/first.yaml").unlink()
    done = run_grader("new", "first", cwd=tmp_path)
    told = f"{Path('solutions/reference/first.py')} is there already: choose another name.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    del before["exercises/first.yaml"]
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        ("My-Exercise", "'My-Exercise' is no name for an exercise: use small letters, digits and _, such as "),
        ("../x", "'../x' is no name for an exercise: use small letters, digits and _, such as token_lifetime."),
        ("jwt", "A student's jwt.py would hide the library of that name: choose another name."),
    ],
)
def test_a_name_that_cannot_be_is_told(tmp_path: Path, slug: str, told: str) -> None:
    """Nothing is made, and what would do is said."""
    done = run_grader("new", slug, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(told)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("first: B\n", "answers.yaml has an answer for first already. Put that right first.\n"),
        ("[\n", "answers.yaml:2:1: did not find expected node content. Put that right first.\n"),
    ],
)
def test_answers_that_cannot_be_added_to_are_told(tmp_path: Path, answers: str, told: str) -> None:
    """An answer that is there already, or a file that is broken, is the author's to put right."""
    (tmp_path / "solutions/reference").mkdir(parents=True)
    (tmp_path / "solutions/reference/answers.yaml").write_text(answers, encoding="utf-8")
    before = contents(tmp_path)
    done = run_grader("new", "first", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{Path('solutions/reference')}: {told}")
    assert contents(tmp_path) == before


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    """A read-only folder is no reason for a traceback."""
    (tmp_path / "course").mkdir(mode=0o555)
    done = run_grader("new", "first", cwd=tmp_path / "course", under=bound_by_permissions())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{Path('exercises')} cannot be written: Permission denied.\n"
