"""`grader pack`: what is handed in is listed, then packed; the archive is graded like the folder."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from support import EXERCISES, SLUGS, SOLUTIONS, all_exercises, bound_by_permissions, hand_in, run_grader

from grader import __version__, submission

GO_ON = "\n  ✓ Packed: `submission.zip`\n\n  To see how it will be graded: `grader check submission.zip`\n\n"


def entries(archive: Path) -> dict[str, bytes]:
    """Give what is in an archive."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture
def folder(tmp_path: Path, page: Path) -> Path:
    """Make a student's folder for the five exercises, some of them done."""
    assert run_grader("init", "mine", "--exercises", page, cwd=tmp_path).returncode == 0
    made = tmp_path / "mine"
    (made / "utc_expiry.py").write_bytes(b"token = 1\n")
    (made / "answers.yaml").write_bytes(b"purpose: D\nutc_expiry: b\n")
    (made / "import_encode.py").unlink()
    (made / "notes.txt").write_bytes(b"mine\n")
    (made / ".env").write_bytes(b"SECRET_KEY=mine\n")
    return made


def test_what_is_handed_in_is_listed_and_packed(folder: Path, page: Path) -> None:
    """Only what is graded is packed, with hashes and versions; what is missing or untouched is told."""
    done = run_grader("pack", "--exercises", page, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        """
  This is what you hand in:

      answers.yaml          2 of 5 questions answered
      purpose.py            as it was at the beginning
      token_output.py       as it was at the beginning
      default_algorithm.py  as it was at the beginning
      utc_expiry.py         10 bytes

  · Not there: import_encode.py.
"""
        + GO_ON
    )
    packed = entries(folder / "submission.zip")
    assert list(packed) == sorted(packed)
    manifest = json.loads(packed.pop("manifest.json"))
    assert packed == {
        name: (folder / name).read_bytes()
        for name in ("answers.yaml", "default_algorithm.py", "purpose.py", "token_output.py", "utc_expiry.py")
    }
    report = json.loads(run_grader("check", "--report", "json", "--exercises", page, cwd=folder).stdout)
    assert manifest == {
        "format": "grader-submission/1",
        "grader": {"version": __version__, "exercises": report["grader"]["exercises"]},
        "files": {name: sha256(content).hexdigest() for name, content in packed.items()},
    }


def test_the_archive_is_the_same_bytes_at_every_time(folder: Path, page: Path) -> None:
    """When a file was changed, and by whom, does not show; packing again replaces what was packed."""
    made = folder / "submission.zip"
    run_grader("pack", "--exercises", page, cwd=folder)
    first = made.read_bytes()
    for path in folder.glob("*.py"):
        os.utime(path, (1e9, 1e9))
        path.chmod(0o600)
    done = run_grader("pack", "mine", "--exercises", page, "--output", "mine/submission.zip", cwd=folder.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert made.read_bytes() == first
    assert sha256(first).hexdigest() == sha256(made.read_bytes()).hexdigest()


def test_the_archive_is_graded_like_the_folder(tmp_path: Path, page: Path) -> None:
    """Points, labels and messages are the same, byte for byte, from whatever the submission comes in."""
    wrong = "from jwt import encode\n\ndef create_token(user_id, secret):\n    return encode({}, secret)\n"
    folder = hand_in(tmp_path / "mine", {"utc_expiry.py": wrong, "token_output.py": "print('\\n"})
    check = ("utc_expiry", "token_output", "--exercises", page, "--report", "json")
    expected = run_grader("check", folder, *check).stdout
    assert run_grader("pack", "--exercises", page, cwd=folder).returncode == 0
    shutil.make_archive(str(tmp_path / "theirs"), "gztar", tmp_path, "mine")
    for archive in (folder / "submission.zip", tmp_path / "theirs.tar.gz"):
        graded = run_grader("check", archive, *check)
        assert (graded.returncode, graded.stdout) == (1, expected)


def test_what_was_changed_after_packing_is_noted(folder: Path, page: Path) -> None:
    """A file that was changed, added or taken away is told, as are other exercises; it costs nothing."""
    run_grader("pack", "--exercises", page, cwd=folder)
    shutil.unpack_archive(folder / "submission.zip", folder)
    (folder / "utc_expiry.py").write_bytes(b"token = 2\n")
    (folder / "purpose.py").unlink()
    (folder / "import_encode.py").write_bytes(b"")
    shown = " ".join(run_grader("check", ".", "purpose", "--exercises", page, cwd=folder).stdout.split())
    for name in ("purpose.py", "import_encode.py", "utc_expiry.py"):
        assert f"Note: `{name}` is not as it was when this was packed." in shown
    assert "`token_output.py` is not" not in shown
    assert "another version" not in shown
    shown = " ".join(run_grader("check", ".", "purpose", "--exercises", EXERCISES, cwd=folder).stdout.split())
    assert "Note: This was packed for another version of the exercises, and graded by the present one." in shown


def test_a_manifest_of_ones_own_is_nobodys_business(tmp_path: Path) -> None:
    """A file of the manifest's name that is none is passed over, as any other file."""
    folder = hand_in(tmp_path / "mine", {})
    expected = submission.read(folder, SLUGS)
    for content in (b"", b"{", b"[]", b'{"format": "grader-submission/2"}', b"\xff", b"[" * 99_999):
        (folder / "manifest.json").write_bytes(content)
        assert submission.read(folder, SLUGS) == expected


def test_what_cannot_be_taken_is_told_and_the_rest_packed(folder: Path, page: Path) -> None:
    """Exit code 1 says that something is left to be put right; a link is not followed."""
    (folder / "utc_expiry.py").unlink()
    (folder / "utc_expiry.py").symlink_to("notes.txt")
    (folder / "answers.yaml").write_bytes(b"purpose:D\nutc_expiry: A\n")
    (folder / "import_encode (1).py").write_bytes(b"token = 1\n")
    done = run_grader("pack", "--exercises", page, cwd=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "  · `import_encode (1).py` was taken as `import_encode.py`.\n" in done.stdout
    assert "  ✗ answers.yaml:1: put a space after the colon, as in `purpose: A`.\n" in done.stdout
    assert "  ✗ utc_expiry.py is a link: hand in the file itself.\n" in done.stdout
    packed = entries(folder / "submission.zip")
    assert "utc_expiry.py" not in packed
    assert packed["import_encode.py"] == b"token = 1\n"


def test_nothing_to_hand_in_is_told(tmp_path: Path) -> None:
    """In a wrong folder nothing is packed."""
    done = run_grader("pack", cwd=tmp_path)
    told = (
        f"There is nothing to hand in in {tmp_path.resolve()}: it holds neither answers.yaml nor a file that an "
        "exercise asks for. Go into your folder, or name it: `grader pack my-jwt-exercises`.\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_ones_own_is_not_replaced(folder: Path, page: Path) -> None:
    """Only what `grader pack` made is made anew."""
    for content in (b"mine", (folder / "purpose.py").read_bytes()):
        (folder / "submission.zip").write_bytes(content)
        done = run_grader("pack", "--exercises", page, cwd=folder)
        told = "submission.zip is there already and was not made by `grader pack`: choose a name with --output.\n"
        assert (done.returncode, done.stderr) == (2, told)
        assert (folder / "submission.zip").read_bytes() == content


def test_where_nothing_can_be_written_a_sentence_says_so(folder: Path, page: Path) -> None:
    """A read-only folder is no reason for a traceback."""
    folder.chmod(0o555)
    done = run_grader("pack", "--exercises", page, cwd=folder, under=bound_by_permissions())
    told = "submission.zip cannot be written: Permission denied. Choose a place with --output.\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_every_exercise_is_packed_without_being_named(tmp_path: Path) -> None:
    """The built-in exercises are those that are asked for if no others are named."""
    assert run_grader("pack", SOLUTIONS / "reference", cwd=tmp_path).returncode == 0
    files = {exercise.file for exercise in all_exercises().exercises}
    assert set(entries(tmp_path / "submission.zip")) == files | {"answers.yaml", "manifest.json"}
