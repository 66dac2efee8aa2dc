"""The answers file is read as students write it; what is not understood is one clear sentence with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import POINTS, SLUGS, exercises, failed, part

from grader import grading, submission
from grader.submission import Submission

SLUG = "utc_expiry"
NOT_UTF8 = "this is not UTF-8 text: save the file as UTF-8."
NO_SPACE = "put a space after the colon, as in `purpose: A`."
NO_LINES = "write one line for each exercise, for example `purpose: A`."


def answered(folder: Path, content: str | bytes) -> Submission:
    """Read a folder with these answers."""
    (folder / "answers.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    return submission.read(folder, SLUGS)


def verdict(folder: Path, content: str) -> tuple[str, str]:
    """Give the status and the message of the question about expiry with these answers."""
    check = part(grading.grade(exercises(), answered(folder, content), seed=1), SLUG).checks[0]
    return check.status, check.message


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"purpose: D\nutc_expiry: \xff\n", f"2:1: {NOT_UTF8}", id="not UTF-8"),
        pytest.param("purpose: D\n".encode("utf-16"), f"1:1: {NOT_UTF8}", id="UTF-16"),
        pytest.param(b"purpose: [D\nutc_expiry: A\n", "2:11: did not find expected ',' or ']'.", id="bracket"),
        pytest.param(b"purpose: D\n\tx: A\n", "2:1: found a tab character that violates indentation.", id="tab"),
        pytest.param(b"purpose: D: A\n", "1:11: mapping values are not allowed in this context.", id="two colons"),
        pytest.param(b"purpose: !!bool D\n", "1:10: this is no bool.", id="tag"),
        pytest.param(b"purpose: D\nutc_expiry: 0x" + b"f" * 99, "2:13: this number is too long.", id="long number"),
        pytest.param(b"purpose: D\npurpose: A\n", "2:1: 'purpose' stands here a second time.", id="a key twice"),
        pytest.param(b"1: D\n", "1:1: a key must be a word.", id="numbered"),
        pytest.param(b"- D\n- C\n", f"1:1: {NO_LINES}", id="list"),
        pytest.param(b"D C A B A\n", f"1:1: {NO_LINES}", id="text"),
        pytest.param(b"purpose:D\n", f"1:1: {NO_LINES}", id="no space at all"),
        pytest.param(b"purpose: D\nutc_expiry:A\n# more\n", f"2: {NO_SPACE}", id="no space"),
        pytest.param(b'"\\e[31m": A\n"\\e[31m": B\n', "2:1: '�[31m' stands here a second time.", id="escapes"),
    ],
)
def test_answers_that_are_not_understood_are_told_with_the_place(tmp_path: Path, content: bytes, sentence: str) -> None:
    """A broken answers file is one harmless sentence with line and column, and the programs are read all the same."""
    (tmp_path / f"{SLUG}.py").write_bytes(b"x = 1\n")
    problems = {"answers.yaml": f"answers.yaml:{sentence}"}
    assert answered(tmp_path, content) == Submission({f"{SLUG}.py": b"x = 1\n"}, {}, problems)


def test_broken_answers_fail_every_question_with_the_same_sentence(tmp_path: Path) -> None:
    """What is wrong with the answers file is what every question says, and it says so alone."""
    report = grading.grade(exercises(), answered(tmp_path, "- D\n"), seed=1)
    told = f"answers.yaml:1:1: {NO_LINES}"
    assert [[check.message for check in failed(exercise)] for exercise in report.exercises] == [[told]] * 5


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"utc_expiry: A\r\npurpose: D\r\n", id="CRLF"),
        pytest.param(b"\xef\xbb\xbfutc_expiry: A\npurpose: D\n", id="byte order mark"),
        pytest.param(b"# mine\n\nutc_expiry: A  # sure\n\npurpose: D", id="comments"),
        pytest.param(b"{utc_expiry: A, purpose: D}", id="one line"),
        pytest.param(b"utc_expiry: A\npurpose: D\ntoken_output:\nimport_encode: null\n", id="left empty"),
    ],
)
def test_answers_are_read_however_they_were_saved(tmp_path: Path, content: bytes) -> None:
    """How an editor ends lines or begins files makes no difference, and an empty answer is none."""
    assert answered(tmp_path, content) == Submission({}, {SLUG: "A", "purpose": "D"})


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "---\n"], ids=["empty", "comment", "mark"])
def test_answers_may_be_empty(tmp_path: Path, content: str) -> None:
    """A file without an answer is no mistake."""
    assert answered(tmp_path, content) == Submission({}, {})


@pytest.mark.parametrize("letter", ["A", "a", "A.", "a)", "' A '", '"A"'])
def test_letter_may_be_written_in_several_ways(tmp_path: Path, letter: str) -> None:
    """Case, quotes, blanks and a full stop or parenthesis after the letter do not matter."""
    assert verdict(tmp_path, f"utc_expiry: {letter}\n") == ("passed", "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Z", "Z"),
        ("AB", "AB"),
        ("1", "1"),
        ("1.5", "1.5"),
        ("true", "True"),
        ("[A]", "['A']"),
        ("{A: B}", "{'A': 'B'}"),
        ("''", ""),
        (f"'{'A' * 60}'", "A" * 39 + "…"),
        ('"\\e[31mA"', "�[31mA"),
    ],
    ids=["letter", "letters", "number", "fraction", "truth", "list", "dict", "empty", "long", "escapes"],
)
def test_answer_that_is_no_letter_is_told(tmp_path: Path, written: str, shown: str) -> None:
    """An answer that is none of the letters fails, shown harmless and short, with the letters that there are."""
    told = f"answers.yaml: `{shown}` is none of the letters A, B, C, D."
    assert verdict(tmp_path, f"utc_expiry: {written}\n") == ("failed", told)


def test_wrong_answer_is_told_why(tmp_path: Path) -> None:
    """A letter that is not the answer fails with what is to be said about that very option."""
    status, message = verdict(tmp_path, "utc_expiry: B\n")
    assert status == "failed"
    assert message.startswith("B is not it. `str()` turns the datetime into a text.")


@pytest.mark.parametrize("content", ["purpose: D\n", "utc_expiry:\n", "utc_expiry: null\n", "utc_expiry: ~\n"])
def test_missing_answer_is_not_attempted(tmp_path: Path, content: str) -> None:
    """No answer is not a wrong one."""
    told = "Not answered yet: write `utc_expiry: ` and a letter into answers.yaml."
    assert verdict(tmp_path, content) == ("not_attempted", told)


def test_unknown_exercises_are_noted_with_their_line(tmp_path: Path) -> None:
    """A line about no exercise is noted, harmless and short, and the other lines count."""
    found = answered(tmp_path, f'utc_expiry: A\nutc_expire: B\n\n"\\e[31m\\u202e": C\n{"x" * 60}: D\n')
    assert found.notes == (
        "answers.yaml:2: there is no exercise `utc_expire`.",
        "answers.yaml:4: there is no exercise `�[31m�`.",
        f"answers.yaml:5: there is no exercise `{'x' * 39}…`.",
    )
    assert (found.answers, found.problems) == ({SLUG: "A"}, {})


@pytest.mark.parametrize(
    "letter", ["!!bool x", "0x" + "f" * 5000, "1e999", "9" * 90], ids=["tag", "hex", "infinite", "long"]
)
def test_strange_answer_is_no_fault_of_ours(tmp_path: Path, letter: str) -> None:
    """Whatever stands for a letter neither ends the grading nor takes the exercise out of the sum of points."""
    report = grading.grade(exercises(), answered(tmp_path, f"utc_expiry: {letter}\n"), seed=1)
    assert part(report, SLUG).checks[0].status == "failed"
    assert report.max_points == POINTS


def test_answers_have_places(tmp_path: Path) -> None:
    """Each answer that was read has the line and the column of its letter."""
    assert answered(tmp_path, f"# mine\npurpose: D\n{SLUG}:   'A'\n".encode()).places == {
        "purpose": (2, 10),
        SLUG: (3, len(SLUG) + 5),
    }
