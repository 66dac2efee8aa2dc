"""The folder of solutions: the place and the name of a file say what must come out, and what is no solution is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import SOLUTIONS, exercises, known_solutions

from grader import solutions
from grader.errors import UsageError


@pytest.mark.parametrize(
    ("stray", "told"),
    [
        ("rejected/purpose/nonsense.py", "rejected/purpose/nonsense.py: there is no misconception 'nonsense'."),
        ("rejected/purpose/no_exp.txt", "rejected/purpose/no_exp.txt: a solution is a .py file or a folder."),
        ("accepted/utc_expire/utcnow.py", "accepted/utc_expire: there is no exercise of this name with a task."),
        ("accepted/utc_expiry.py", "accepted/utc_expiry.py: there is no exercise of this name with a task."),
        ("reference/utc_expire.py", "reference/utc_expire.py: no exercise asks for this file."),
        ("notes.txt", "notes.txt: only reference/, accepted/, rejected/ and equivalent.yaml belong here."),
    ],
)
def test_a_stray_file_is_told(tmp_path: Path, stray: str, told: str) -> None:
    """What is in the folder of solutions and is none is named, and what is one is read."""
    (tmp_path / "reference").mkdir()
    (tmp_path / stray).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / stray).touch()
    (tmp_path / "rejected" / "purpose").mkdir(parents=True, exist_ok=True)
    (tmp_path / "rejected" / "purpose" / "no_identity-x.py").touch()
    read = solutions.read(tmp_path, exercises().exercises)
    assert read.strays == (told,)
    assert [(each.name, each.label) for each in read.variants] == [("rejected/purpose/no_identity-x.py", "no_identity")]


def test_a_solution_is_the_program_of_its_exercise(tmp_path: Path) -> None:
    """A file is handed in under the name that the exercise asks for, and what systems leave behind is passed over."""
    (tmp_path / "reference").mkdir()
    folder = tmp_path / "accepted" / "purpose"
    (folder / "__pycache__").mkdir(parents=True)
    (folder / ".DS_Store").touch()
    (folder / "other_way.py").write_bytes(b"import jwt\n")
    read = solutions.read(tmp_path, exercises().exercises)
    assert read.strays == ()
    assert [(each.name, each.slug, each.label, each.submission.files) for each in read.variants] == [
        ("accepted/purpose/other_way.py", "purpose", None, {"purpose.py": b"import jwt\n"})
    ]


def test_a_solution_may_be_a_folder(tmp_path: Path) -> None:
    """Where a submission has more than one file, they are read as from a student."""
    (tmp_path / "reference").mkdir()
    folder = tmp_path / "rejected" / "purpose" / "wrong_package-own_jwt"
    folder.mkdir(parents=True)
    (folder / "purpose.py").write_bytes(b"import jwt\n")
    (folder / "jwt.py").touch()
    (variant,) = solutions.read(tmp_path, exercises().exercises).variants
    assert (variant.slug, variant.label) == ("purpose", "wrong_package")
    assert variant.submission.files == {"purpose.py": b"import jwt\n"}
    assert variant.submission.own_modules == {"jwt"}


def test_solutions_need_a_reference(tmp_path: Path) -> None:
    """A folder without a reference is no folder of solutions."""
    with pytest.raises(UsageError) as caught:
        solutions.read(tmp_path, exercises().exercises)
    assert str(caught.value) == f"There are no solutions in {tmp_path}: it has no folder 'reference'."


def test_every_rejected_file_is_read() -> None:
    """No file under accepted/ or rejected/ is passed over."""
    entries = [path for kind in ("accepted", "rejected") for path in (SOLUTIONS / kind).glob("*/*")]
    found = {path.relative_to(SOLUTIONS).as_posix() for path in entries if path.name != "__pycache__"}
    assert {each.name for each in known_solutions().variants} == found
