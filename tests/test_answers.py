"""Answers are written into answers.yaml one by one: what else is in the file stays, byte for byte."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers import put, write
from grader.errors import UsageError
from grader.yamlfile import parse

PUT = {
    "an empty file": ("", "purpose: D\n"),
    "a new line": ("utc_expiry: A\n", "utc_expiry: A\npurpose: D\n"),
    "no line end": ("utc_expiry: A", "utc_expiry: A\npurpose: D\n"),
    "comments alone": ("# Why a JWT?\n# A ...\n", "# Why a JWT?\n# A ...\npurpose: D\n"),
    "another answer": ("purpose: A\nutc_expiry: A\n", "purpose: D\nutc_expiry: A\n"),
    "a comment beside it": ("purpose: A  # not sure\n", "purpose: D  # not sure\n"),
    "a place that is empty": ("purpose:\nutc_expiry: A\n", "purpose: D\nutc_expiry: A\n"),
    "an empty place with a space": ("purpose: \n", "purpose: D \n"),
    "an empty place with a comment": ("purpose:  # A to D\n", "purpose: D  # A to D\n"),
    "null": ("purpose: ~\n", "purpose: D\n"),
    "quotes": ("'purpose': \"A\"   # x\n", "'purpose': D   # x\n"),
    "words": ("purpose: I think A\n", "purpose: D\n"),
    "a block of text": ("purpose: |\n  A\nutc_expiry: A\n", "purpose: D\nutc_expiry: A\n"),
    "CRLF": ("# one\r\nutc_expiry: A\r\n", "# one\r\nutc_expiry: A\r\npurpose: D\r\n"),
    "CRLF, another answer": ("purpose: A\r\n\r\n# end", "purpose: D\r\n\r\n# end"),
    "a byte order mark": ("\ufeffpurpose: A\n", "\ufeffpurpose: D\n"),
    "a mark and nothing else": ("\ufeff", "\ufeffpurpose: D\n"),
    "other alphabets": ("# Größe 🎉 ñ\npurpose: A # é\n", "# Größe 🎉 ñ\npurpose: D # é\n"),
    "indented": ("  utc_expiry: A\n", "  utc_expiry: A\n  purpose: D\n"),
    "braces": ("{utc_expiry: A,}\n", "{purpose: D, utc_expiry: A,}\n"),
    "braces around nothing": ("{}\n", "{purpose: D}\n"),
    "marks of a document": ("---\nutc_expiry: A\n...\n", "---\npurpose: D\nutc_expiry: A\n...\n"),
    "an exercise that there is not": ("mine: [1, 2]\n", "mine: [1, 2]\npurpose: D\n"),
}


@pytest.mark.parametrize(("before", "after"), PUT.values(), ids=PUT.keys())
def test_an_answer_is_put_in_and_all_else_stays(before: str, after: str) -> None:
    """Comments, other answers, line ends and the way in which it is written are kept."""
    assert put(before, "purpose", "D") == after


@pytest.mark.parametrize(
    "text", ["- purpose\n", "purpose: [A]\n", "purpose: {a: b} # c\n", "~\n", "purpose: A\npurpose: B\n", "a: 'x\n"]
)
def test_a_file_with_no_place_for_an_answer_is_left_alone(text: str) -> None:
    """What cannot be understood might be lost: a sentence says what to do instead."""
    with pytest.raises(UsageError) as error:
        put(text, "purpose", "D")
    assert str(error.value) == (
        "answers.yaml was left as it is, because there seems to be no place in it for an answer: "
        "write the line `purpose: D` into it yourself."
    )


_LINES = st.sampled_from(
    ["# a comment", "", "   ", "a: A", "b: B # why", "c:", "d: 'D'", "purpose: A", "purpose:", "purpose: \t# x", "---"]
)


@given(lines=st.lists(_LINES, max_size=8), end=st.sampled_from(["\n", "\r\n"]), last=st.booleans())
def test_nothing_is_ever_lost(lines: list[str], end: str, last: bool) -> None:
    """Whatever stands in the file, what was read from it is read again, and every line is still there."""
    text = end.join(lines) + (end if last or len(lines) == 1 else "")
    try:
        after = put(text, "purpose", "D")
    except UsageError:
        return
    assert parse(after).data == {**(parse(text).data or {}), "purpose": "D"}
    others = [line for line in lines if not line.startswith("purpose")]
    assert [line for line in after.split(end) if line and not line.startswith("purpose")] == list(filter(None, others))


def test_the_file_is_made(tmp_path: Path) -> None:
    """The first answer makes the file, readable as the student's other files are; nothing else is left there."""
    write(tmp_path, "purpose", "D")
    write(tmp_path, "utc_expiry", "A")
    (file,) = tmp_path.iterdir()
    assert (file.name, file.read_bytes()) == ("answers.yaml", b"purpose: D\nutc_expiry: A\n")
    other = tmp_path / "other"
    other.touch()
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such rights")
def test_the_rights_of_the_file_stay(tmp_path: Path) -> None:
    """Who may read the file is the student's to say."""
    file = tmp_path / "answers.yaml"
    file.touch(mode=0o600)
    write(tmp_path, "purpose", "D")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full costs nothing that was there, and leaves nothing behind."""
    file = tmp_path / "answers.yaml"
    file.write_text("utc_expiry: A\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError) as error:
        write(tmp_path, "purpose", "D")
    assert str(error.value) == f"Your answer cannot be written to {file}: No space left on device."
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("answers.yaml", "utc_expiry: A\n")]


def test_a_file_that_is_not_utf_8_is_left_alone(tmp_path: Path) -> None:
    """It is not guessed what it might be."""
    (tmp_path / "answers.yaml").write_bytes(b"# Gr\xf6\xdfe\n")
    with pytest.raises(UsageError) as error:
        write(tmp_path, "purpose", "D")
    assert str(error.value) == "answers.yaml is not UTF-8 text: save it as UTF-8. Nothing in it was changed."
    assert (tmp_path / "answers.yaml").read_bytes() == b"# Gr\xf6\xdfe\n"
