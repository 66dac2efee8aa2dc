"""What was handed in is read as bytes: each file that cannot be taken is one clear sentence and costs nothing else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support import SLUGS, bound_by_permissions, exercises, failed, part, run_grader

from grader import grading, submission
from grader.errors import UsageError
from grader.submission import Submission

SLUG = "utc_expiry"
OTHER = "import_encode"
LARGEST = 256 * 1024
HIDING = "`{0}.py` hides the real `{0}` when you run your code: rename it."
HIDES = ("base64", "calendar", "datetime", "hashlib", "hmac", "json", "jwt", "time")
STEERS = {
    name: f"`{name}` was not used: nothing in a submission steers the grader."
    for name in ("conftest.py", "pytest.ini", "setup.cfg", "sitecustomize.py", "tox.ini", "usercustomize.py")
}

ENTER = "import os, sys; os.chdir(sys.argv[1]); os.chmod('.', 0); os.execv(sys.argv[2], sys.argv[2:])"
"""Goes into a folder, shuts it, and runs there what follows."""

Put = Callable[[Path], object]

needs_links = pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no symbolic links")
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="who is root, or on a system without such permissions, may read every file",
)


def link(path: Path) -> None:
    """Put a link to an ordinary file there."""
    target = path.with_name("elsewhere.txt")
    target.write_bytes(b"utc_expiry: A\n")
    path.symlink_to(target)


def broken_link(path: Path) -> None:
    """Put a link there that leads nowhere."""
    path.symlink_to("nowhere")


def pipe(path: Path) -> None:
    """Put a named pipe there, which nobody writes into."""
    os.mkfifo(path)


def large(path: Path) -> None:
    """Put a file there that is one byte too large."""
    path.write_bytes(b"#" * (LARGEST + 1))


def locked(path: Path) -> None:
    """Put a file there that may not be read."""
    path.write_bytes(b"utc_expiry: A\n")
    path.chmod(0)


OBSTACLES = [
    pytest.param(Path.mkdir, "is a folder: a file is expected here.", id="folder"),
    pytest.param(link, "is a link: hand in the file itself.", id="link", marks=needs_links),
    pytest.param(broken_link, "is a link: hand in the file itself.", id="broken link", marks=needs_links),
    pytest.param(pipe, "is not an ordinary file.", id="pipe", marks=needs_pipes),
    pytest.param(large, "is larger than 256 KiB: hand in source code only.", id="too large"),
    pytest.param(locked, "cannot be read: Permission denied.", id="unreadable", marks=needs_permissions),
]


def read(folder: Path) -> Submission:
    """Read a folder as the grader does."""
    return submission.read(folder, SLUGS)


@pytest.mark.parametrize(("put", "sentence"), OBSTACLES)
def test_program_that_cannot_be_taken_costs_nothing_else(tmp_path: Path, put: Put, sentence: str) -> None:
    """Something that is no readable file is told by its name, and the other files and the answers are read."""
    put(tmp_path / f"{SLUG}.py")
    (tmp_path / f"{OTHER}.py").write_bytes(b"token = 1\n")
    (tmp_path / "answers.yaml").write_bytes(b"utc_expiry: A\n")
    problems = {f"{SLUG}.py": f"{SLUG}.py {sentence}"}
    assert read(tmp_path) == Submission({f"{OTHER}.py": b"token = 1\n"}, {SLUG: "A"}, problems)


@pytest.mark.parametrize(("put", "sentence"), OBSTACLES)
def test_answers_that_cannot_be_taken_cost_nothing_else(tmp_path: Path, put: Put, sentence: str) -> None:
    """Answers that are no readable file are told by their name, and the programs are read."""
    put(tmp_path / "answers.yaml")
    (tmp_path / f"{SLUG}.py").write_bytes(b"x = 1\n")
    problems = {"answers.yaml": f"answers.yaml {sentence}"}
    assert read(tmp_path) == Submission({f"{SLUG}.py": b"x = 1\n"}, {}, problems)


def test_program_that_cannot_be_taken_fails_its_first_check_alone(tmp_path: Path) -> None:
    """The first check of the task says what is wrong and the others wait for it; the question is graded."""
    (tmp_path / f"{SLUG}.py").mkdir()
    (tmp_path / "answers.yaml").write_bytes(b"utc_expiry: A\n")
    graded = part(grading.grade(exercises(), read(tmp_path), seed=1), SLUG)
    assert [check.status for check in graded.checks] == ["passed", "failed", "skipped", "skipped", "skipped"]
    assert [check.message for check in failed(graded)] == ["utc_expiry.py is a folder: a file is expected here."]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"#" * LARGEST, id="largest"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xef\xbb\xbfx = '\xff\x00'\r\n", id="any bytes"),
    ],
)
def test_program_is_taken_byte_for_byte(tmp_path: Path, content: bytes) -> None:
    """Nothing is decoded, changed or cut here, whatever the bytes are."""
    (tmp_path / f"{SLUG}.py").write_bytes(content)
    assert read(tmp_path) == Submission({f"{SLUG}.py": content}, {})


@pytest.mark.parametrize(("name", "note"), [*((f"{each}.py", HIDING.format(each)) for each in HIDES), *STEERS.items()])
def test_file_that_would_steer_is_noted(tmp_path: Path, name: str, note: str) -> None:
    """A file that would change how programs run is noted, never used, and spoils nothing."""
    (tmp_path / name).write_bytes(b"raise SystemExit\n")
    (tmp_path / f"{SLUG}.py").write_bytes(b"x = 1\n")
    (tmp_path / "answers.yaml").write_bytes(b"utc_expiry: A\n")
    found = read(tmp_path)
    assert found.notes == (note,)
    assert (found.files, found.answers, found.problems) == ({f"{SLUG}.py": b"x = 1\n"}, {SLUG: "A"}, {})


def test_own_modules_are_those_that_hide_a_library(tmp_path: Path) -> None:
    """Only a file of a library's name is told to what explains a failed import."""
    for name in ("jwt.py", "conftest.py", "helpers.py"):
        (tmp_path / name).touch()
    assert read(tmp_path).own_modules == {"jwt"}


def test_files_that_no_exercise_asks_for_are_passed_over(tmp_path: Path) -> None:
    """Notes, caches and programs of the student's own are nobody's business."""
    (tmp_path / "notes.txt").touch()
    (tmp_path / "helpers.py").write_bytes(b"x = 1\n")
    (tmp_path / "__pycache__").mkdir()
    assert read(tmp_path) == Submission({}, {})


def test_folder_must_exist(tmp_path: Path) -> None:
    """Where there is nothing nothing can be graded, and what to give instead is said."""
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "missing")
    told = f"{tmp_path / 'missing'} does not exist: give the folder or the archive that holds your answers."
    assert str(caught.value) == told


@pytest.mark.parametrize("inside", [".", "submission.zip"])
def test_a_folder_that_is_shut_is_told(tmp_path: Path, inside: str) -> None:
    """Whose folder nobody may enter, as one that is mounted into a container, is at no fault of the grader's."""
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o700)
    (shut / "submission.zip").touch()
    under = (*bound_by_permissions(), sys.executable, "-c", ENTER, str(shut))
    done = run_grader("check", inside, cwd=tmp_path, under=under, CI="true")
    shut.chmod(0o700)
    assert (done.returncode, done.stderr) == (2, f"{inside} cannot be read: Permission denied.\n")


def test_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    """A file that is no archive is not a submission, and what to give instead is said."""
    (tmp_path / "utc_expiry.py").write_bytes(b"x = 1\n")
    with pytest.raises(UsageError) as caught:
        read(tmp_path / "utc_expiry.py")
    told = f"{tmp_path / 'utc_expiry.py'} is no zip or tar archive that can be read: give a folder or one of these."
    assert str(caught.value) == told


@pytest.mark.parametrize("inside", ["work", "work/course/jwt"])
def test_a_folder_that_is_all_there_is_is_the_submission(tmp_path: Path, inside: str) -> None:
    """What was unpacked is graded as the archive is, whatever systems have put beside the folder."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / inside).mkdir(parents=True)
    (tmp_path / inside / "answers.yaml").write_text("purpose: D\n", encoding="utf-8")
    assert read(tmp_path).answers == {"purpose": "D"}
    (tmp_path / "notes.txt").touch()
    assert read(tmp_path).answers == {}


@needs_links
def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    """What lies outside the submission is none of it."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "answers.yaml").write_text("purpose: D\n", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "work").symlink_to(tmp_path / "other")
    assert read(tmp_path / "mine").answers == {}


def test_empty_folder_is_a_submission(tmp_path: Path) -> None:
    """Where nothing was handed in, nothing is wrong."""
    assert read(tmp_path) == Submission({}, {})
