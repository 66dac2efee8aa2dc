"""What is remembered of a student's folder: kept whole, and never in the way when it is broken, old or read-only."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from support import EXERCISES, exercises

from grader import workspace
from grader.exercise import Exercise
from grader.submission import Submission
from grader.workspace import HIDDEN, MEMORY, Progress, Workspace, find, nearest, same_text, state


def made(folder: Path, memory: str | bytes | None = None) -> Workspace:
    """Make a workspace of a folder, with this in its memory."""
    here = Workspace(folder)
    here.hidden.mkdir(parents=True)
    if memory is not None:
        (here.hidden / MEMORY).write_bytes(memory.encode() if isinstance(memory, str) else memory)
    return here


def purpose() -> Exercise:
    """Give an exercise."""
    return exercises().select(["purpose"]).exercises[0]


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    """Hints and points are kept in a file that can be read, and nothing else is left lying about."""
    here = made(tmp_path)
    assert here.recall() == Progress()
    assert here.remember(lambda known: known.with_hint("purpose", 1).with_solved({"utc_expiry": 5.0}))
    assert here.remember(lambda known: known.with_hint("purpose", 2))
    assert here.recall() == Progress(hints={"purpose": 2}, solved={"utc_expiry": 5.0})
    assert json.loads((here.hidden / MEMORY).read_bytes()) == {
        "hints": {"purpose": 2},
        "solved": {"utc_expiry": 5.0},
        "exercises": "",
    }
    assert [file.name for file in here.hidden.iterdir()] == [MEMORY]


def test_a_hint_seen_stays_seen() -> None:
    """An earlier hint, read again, does not make the later ones new."""
    assert Progress(hints={"purpose": 3}).with_hint("purpose", 1).hints == {"purpose": 3}


def test_an_exercise_can_be_forgotten() -> None:
    """One begun anew has neither hints nor points; the others keep theirs."""
    known = Progress(hints={"a": 1, "b": 2}, solved={"a": 1.0, "b": 2.0}, exercises="mine")
    assert known.without("a") == Progress(hints={"b": 2}, solved={"b": 2.0}, exercises="mine")
    assert known.without("c") == known


@pytest.mark.parametrize(
    "memory",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"hints": {"purpose": 0}}',
        b'{"hints": {"purpose": "2"}}',
        b'{"hints": ["purpose"]}',
        b'{"solved": {"purpose": NaN}}',
        b'{"solved": {"purpose": -1}}',
        b'{"solved": "' + b"x" * 300_000 + b'"}',
    ],
    ids=lambda each: repr(each[:30]),
)
def test_a_broken_memory_is_an_empty_one(tmp_path: Path, memory: bytes) -> None:
    """Whatever stands in the file is no error, and is replaced as soon as there is something to remember."""
    here = made(tmp_path, memory)
    assert here.recall() == Progress()
    assert here.remember(lambda known: known.with_hint("purpose", 1))
    assert here.recall() == Progress(hints={"purpose": 1})


def test_a_memory_of_another_version_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    """What is not known is passed over, and what is missing is empty."""
    here = made(tmp_path, '{"streak": 3, "hints": {"purpose": 2, "gone": 1}}')
    assert here.recall() == Progress(hints={"purpose": 2, "gone": 1})


def test_a_memory_that_says_nothing_new_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is as it should be is left alone; one that is broken is mended."""
    here = made(tmp_path, "{")
    assert here.remember(lambda known: known)
    mended = (here.hidden / MEMORY).read_bytes()
    assert json.loads(mended) == {"hints": {}, "solved": {}, "exercises": ""}
    monkeypatch.setattr(workspace, "replace", lambda *_: False)
    assert here.remember(lambda known: known)


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is read-only is told of by the answer, not by an error."""
    here = made(tmp_path, '{"hints": {"purpose": 1}}')

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert not here.remember(lambda known: known.with_hint("purpose", 2))
    assert here.recall() == Progress(hints={"purpose": 1})


@pytest.mark.skipif(os.name != "posix", reason="who may make a link is another matter there")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Whoever hands in a folder with a link in it cannot have a file elsewhere overwritten."""
    here = made(tmp_path)
    (tmp_path / "elsewhere").write_text("precious", encoding="utf-8")
    (here.hidden / MEMORY).symlink_to(tmp_path / "elsewhere")
    assert here.remember(lambda known: known.with_hint("purpose", 1))
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "precious"
    assert not (here.hidden / MEMORY).is_symlink()
    assert here.recall() == Progress(hints={"purpose": 1})


@pytest.mark.skipif(os.name != "posix", reason="the system has no such permissions")
def test_a_file_written_anew_may_be_read_by_whom_it_was(tmp_path: Path) -> None:
    """Permissions are those that the file had, or those of any new file."""
    for name in ("old", "other"):
        (tmp_path / name).touch()
    (tmp_path / "old").chmod(0o640)
    assert workspace.replace(tmp_path / "old", b"1")
    assert workspace.replace(tmp_path / "new", b"2")
    modes = {name: (tmp_path / name).stat().st_mode & 0o777 for name in ("old", "new", "other")}
    assert modes["old"] == 0o640
    assert modes["new"] == modes["other"]


def test_a_folder_in_the_place_of_the_memory_is_no_error(tmp_path: Path) -> None:
    """What cannot be replaced is left, and nothing half-written stays."""
    here = made(tmp_path)
    (here.hidden / MEMORY / "inside").mkdir(parents=True)
    assert here.recall() == Progress()
    assert not here.remember(lambda known: known.with_hint("purpose", 1))
    assert [file.name for file in here.hidden.iterdir()] == [MEMORY]


def test_a_workspace_is_a_folder_with_the_hidden_one(tmp_path: Path) -> None:
    """Any other folder is none, nor is one with a file or a link of that name, or made for other exercises."""
    for name in ("none", "file", "link", "mine", "others"):
        (tmp_path / name).mkdir()
    (tmp_path / "file" / HIDDEN).touch()
    made(tmp_path / "mine")
    made(tmp_path / "others", json.dumps({"exercises": str(tmp_path / "exercises")}))
    (tmp_path / "link" / HIDDEN).symlink_to(tmp_path / "mine" / HIDDEN)
    found = {each.name for each in tmp_path.iterdir() if find(each, EXERCISES)}
    assert found == {"mine"}
    assert find(tmp_path / "others", tmp_path / "exercises") == Workspace(tmp_path / "others")
    assert not find(tmp_path / "mine", tmp_path / "exercises")


def test_a_workspace_is_found_from_within(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is in a folder of the workspace is in the workspace."""
    here = made(tmp_path / "mine")
    (tmp_path / "mine" / "notes" / "old").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "mine" / "notes")
    assert nearest(Path("old"), EXERCISES) == here
    assert nearest(Path(), EXERCISES) == here
    assert not nearest(tmp_path, EXERCISES)


@pytest.mark.parametrize(
    ("known", "handed_in", "expected"),
    [
        (Progress(), Submission({}, {}), "open"),
        (Progress(), Submission({"purpose.py": b"<starter>"}, {}), "open"),
        (Progress(), Submission({"purpose.py": b"import jwt\n"}, {}), "begun"),
        (Progress(), Submission({}, {"purpose": "A"}), "begun"),
        (Progress(), Submission({}, {}, {"purpose.py": "purpose.py is a link: hand in the file itself."}), "begun"),
        (Progress(hints={"purpose": 1}), Submission({}, {}), "begun"),
        (Progress(hints={"other": 1}, solved={"other": 9.0}), Submission({}, {"other": "A"}), "open"),
        (Progress(solved={"purpose": 8.0}), Submission({}, {}), "solved"),
        (Progress(solved={"purpose": 7.0}), Submission({}, {"purpose": "A"}), "begun"),
    ],
)
def test_an_exercise_is_open_begun_or_solved(known: Progress, handed_in: Submission, expected: str) -> None:
    """Solved is what was graded as such, and is worth no more by now; begun is what anything was done for."""
    exercise = purpose()
    assert exercise.task
    starter = exercise.task.starter.replace("\n", "\r\n").encode()
    files = {name: starter if content == b"<starter>" else content for name, content in handed_in.files.items()}
    assert state(exercise, known, Submission(files, handed_in.answers, handed_in.problems)) == expected


@pytest.mark.parametrize(
    ("content", "same"),
    [
        (b"a\nb\n", True),
        (b"a\r\nb", True),
        (b"\xef\xbb\xbfa\nb\n\n", True),
        (b"a\n  b\n", False),
        (b"a\xff\nb\n", False),
        (b"", False),
    ],
)
def test_how_lines_end_is_no_difference(content: bytes, same: bool) -> None:
    """A file that an editor only saved again says the same."""
    assert same_text(content, "a\nb\n") == same


def test_what_cannot_be_remembered_is_said_in_a_sentence() -> None:
    """Whoever tells it uses the same words."""
    assert workspace.NOT_REMEMBERED == (
        "Your progress could not be saved, because nothing can be written in this folder. Nothing of yours is lost."
    )
