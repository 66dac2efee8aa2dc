"""`grader reset`: the starter is back, and nothing that a student wrote is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import MINIMAL, bound_by_permissions, exercises, run_grader

from grader.workspace import Progress, Workspace

KEPT = Path(".jwt-grader", "kept")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Make a student's folder."""
    assert run_grader("init", "mine", cwd=tmp_path).returncode == 0
    return tmp_path / "mine"


def starter() -> bytes:
    """Give the starter that is put back."""
    (exercise,) = exercises().select(["purpose"]).exercises
    assert exercise.task
    return exercise.task.starter.encode()


def kept(folder: Path) -> dict[str, bytes]:
    """Give what is kept, by name."""
    return {path.name: path.read_bytes() for path in (folder / KEPT).iterdir()}


def told_of(number: int) -> str:
    """Say what is said when the file was kept under this number."""
    return f"""
  ✓ `purpose.py` is as it was at the beginning.
  · What you had written is kept, in case you want it back:
      {KEPT / f"purpose-{number}.py"}

  To read the exercise: `grader list purpose`

"""


def test_the_starter_is_back_and_the_file_is_kept(mine: Path) -> None:
    """Each time the student's own file is kept under a new number, byte for byte."""
    for number, content in enumerate((b"x = 1\r\n", b"\xff not even text", b"x = 1\r\n"), start=1):
        (mine / "purpose.py").write_bytes(content)
        done = run_grader("reset", "purpose", cwd=mine)
        assert (done.returncode, done.stdout, done.stderr) == (0, told_of(number), "")
        assert (mine / "purpose.py").read_bytes() == starter()
        assert kept(mine)[f"purpose-{number}.py"] == content
    assert len(kept(mine)) == 3


def test_what_is_kept_is_never_overwritten(mine: Path) -> None:
    """The number is one that was not there, even where earlier ones are gone."""
    (mine / KEPT).mkdir()
    for name in ("purpose-7.py", "purpose-x.py", "other-9.py"):
        (mine / KEPT / name).write_bytes(name.encode())
    (mine / "purpose.py").write_bytes(b"x = 1\n")
    assert run_grader("reset", "purpose", cwd=mine).stdout == told_of(8)
    assert kept(mine) == {
        "purpose-7.py": b"purpose-7.py",
        "purpose-x.py": b"purpose-x.py",
        "other-9.py": b"other-9.py",
        "purpose-8.py": b"x = 1\n",
    }


@pytest.mark.parametrize("content", [starter(), starter().replace(b"\n", b"\r\n")], ids=["LF", "CRLF"])
def test_what_is_the_starter_is_left(mine: Path, content: bytes) -> None:
    """Nothing is kept of a file that is only the starter, however its lines end."""
    (mine / "purpose.py").write_bytes(content)
    done = run_grader("reset", "purpose", cwd=mine)
    told = "\n  `purpose.py` is as it was at the beginning already, so nothing was changed.\n\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, told, "")
    assert (mine / "purpose.py").read_bytes() == content
    assert not (mine / KEPT).exists()


@pytest.mark.parametrize("content", [None, b""], ids=["gone", "empty"])
def test_a_file_that_is_gone_is_back(mine: Path, content: bytes | None) -> None:
    """Who deleted the file, or all that is in it, has it again; there is nothing to keep."""
    (mine / "purpose.py").unlink() if content is None else (mine / "purpose.py").write_bytes(content)
    done = run_grader("reset", "purpose", cwd=mine)
    told = "\n  ✓ `purpose.py` is as it was at the beginning.\n\n  To read the exercise: `grader list purpose`\n\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, told, "")
    assert (mine / "purpose.py").read_bytes() == starter()


def test_hints_begin_anew_with_it(mine: Path) -> None:
    """What is remembered of this exercise is forgotten; its answer and the other exercises stay."""
    here = Workspace(mine)
    both = {"purpose": 8.0, "utc_expiry": 5.0}
    assert here.remember(lambda known: known.with_solved(both).with_hint("purpose", 2))
    answers = (mine / "answers.yaml").read_bytes().replace(b"purpose:", b"purpose: D")
    (mine / "answers.yaml").write_bytes(answers)
    (mine / "purpose.py").write_bytes(b"x = 1\n")
    assert run_grader("reset", "purpose", cwd=mine).returncode == 0
    assert here.recall() == Progress(solved={"utc_expiry": 5.0})
    assert (mine / "answers.yaml").read_bytes() == answers


def test_the_folder_can_be_named(mine: Path) -> None:
    """The path of what is kept is told as it is from here."""
    around = mine.parent
    (around / "other").mkdir()
    for number, folder, cwd, shown in (
        (1, "mine", around, Path("mine")),
        (2, "../mine", mine, Path()),
        (3, ".", mine / ".github", mine.resolve()),
        (4, "../mine", around / "other", mine.resolve()),
    ):
        (mine / "purpose.py").write_bytes(b"x = 1\n")
        done = run_grader("reset", "purpose", "--folder", folder, cwd=cwd)
        told = "".join(line.strip() for line in done.stdout.splitlines()[3:])
        assert told.startswith(str(shown / KEPT / f"purpose-{number}.py"))


def test_a_folder_that_is_nobodys_is_left(tmp_path: Path) -> None:
    """Where there is neither the file nor a student's folder, no file is made."""
    done = run_grader("reset", "purpose", cwd=tmp_path)
    told = (
        "There is no purpose.py in this folder, and it was not made by `grader init`. "
        "Go into your own folder first, or name it with --folder.\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_the_student_made_is_served_too(tmp_path: Path) -> None:
    """Where the file is, it is put back and kept, though `init` was never used."""
    (tmp_path / "purpose.py").write_bytes(b"x = 1\n")
    done = run_grader("reset", "purpose", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, told_of(1), "")
    assert kept(tmp_path) == {"purpose-1.py": b"x = 1\n"}


def test_a_folder_in_the_place_of_the_file_is_told(mine: Path) -> None:
    """What is no file is not replaced."""
    (mine / "purpose.py").unlink()
    (mine / "purpose.py").mkdir()
    done = run_grader("reset", "purpose", cwd=mine)
    told = "purpose.py is a folder: a file is expected here. Nothing was changed.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_nothing_is_changed_if_nothing_can_be_kept(mine: Path) -> None:
    """A file where the folder for copies should be, and a folder that is read-only, leave the student's file alone."""
    (mine / "purpose.py").write_bytes(b"x = 1\n")
    (mine / KEPT).touch()
    done = run_grader("reset", "purpose", cwd=mine)
    told = "No copy of your purpose.py can be kept in .jwt-grader: File exists. Nothing was changed.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    (mine / KEPT).unlink()
    (mine / ".jwt-grader").chmod(0o555)
    done = run_grader("reset", "purpose", cwd=mine, under=bound_by_permissions())
    told = "No copy of your purpose.py can be kept in .jwt-grader: Permission denied. Nothing was changed.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert (mine / "purpose.py").read_bytes() == b"x = 1\n"


def test_a_file_that_cannot_be_written_is_left(mine: Path) -> None:
    """In a folder that is read-only but for the hidden one, the file stays."""
    (mine / "purpose.py").write_bytes(b"x = 1\n")
    mine.chmod(0o555)
    done = run_grader("reset", "purpose", cwd=mine, under=bound_by_permissions())
    mine.chmod(0o755)
    told = "purpose.py cannot be written, so it is as it was.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert (mine / "purpose.py").read_bytes() == b"x = 1\n"


def test_a_memory_that_cannot_be_written_is_said(mine: Path) -> None:
    """The file is put back all the same, and that its hints are still counted is said once."""
    assert Workspace(mine).remember(lambda known: known.with_hint("purpose", 1))
    (mine / "purpose.py").write_bytes(b"x = 1\n")
    (mine / KEPT).mkdir()
    (mine / ".jwt-grader").chmod(0o555)
    done = run_grader("reset", "purpose", cwd=mine, under=bound_by_permissions())
    told = (
        "Your progress could not be saved, because nothing can be written in this folder. Nothing of yours is lost.\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, told_of(1), told)


def test_a_question_alone_has_no_file(tmp_path: Path) -> None:
    """For an exercise without a task it is said where the answer is."""
    (tmp_path / "own").mkdir()
    head, _, tail = MINIMAL.partition("task:\n")
    text = head + tail[tail.index("hints:") :]
    (tmp_path / "own" / "small.yaml").write_text(text, encoding="utf-8")
    done = run_grader("reset", "small", "--exercises", "own", cwd=tmp_path)
    told = "small has a question and no file to put back. Your answer is in answers.yaml: change it there.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
